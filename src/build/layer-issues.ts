import * as v from 'valibot';
import { checkGeojsonRules } from '../lib/export/geojson-rules.ts';
import { checkGeojson } from './check-geojson.ts';
import type { Issue } from './issue.ts';
import type { Layer } from './layers.ts';
import { schemaIssues } from './schema-issues.ts';

/** Whether each layer keeps to its schema, to GeoJSON, and to our stricter rules. */
export function layerIssues(layers: readonly Layer[]): Issue[] {
	return layers.flatMap(({ file, schema, features }) => {
		const collection = { type: 'FeatureCollection', features };
		return [
			...schemaIssues(v.object({ features: v.array(schema) }), collection, file),
			...[...checkGeojson(collection), ...checkGeojsonRules(collection)].map((issue) => ({ file, ...issue })),
		];
	});
}
