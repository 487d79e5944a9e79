import * as v from 'valibot';
import { validateGeojson } from '../lib/validate/validate-geojson.ts';
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
			...checkGeojson(collection).map((issue) => ({ file, ...issue })),
			...validateGeojson(JSON.stringify(collection)).map(({ path, message, fix }) => ({
				file,
				path,
				message,
				fix: fix ?? undefined,
			})),
		];
	});
}
