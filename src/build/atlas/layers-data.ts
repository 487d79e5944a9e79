import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../../lib/model/feature.ts';
import type { Report } from '../../lib/model/report.ts';
import type { AtlasData } from '../../lib/view/atlas-data.ts';
import { buildIncidentTable } from '../../lib/view/incident-table.ts';
import { layerText } from '../pages/page-atlas.ts';
import { readActors, ROOT } from './project.ts';

/** Our own layers, as the page has them. */
export function readLayers(): AtlasData {
	const features = <F>(layer: string) => (JSON.parse(layerText(ROOT, layer)) as { features: F[] }).features;
	const actors = new Map(readActors().map((actor) => [actor.id, actor]));
	const folder = join(ROOT, 'geodata/reports');
	const reports = readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Report);
	return {
		table: buildIncidentTable(features<IncidentFeature>('incidents'), actors),
		statements: features<StatementFeature>('statements'),
		aggregates: features<AggregateFeature>('aggregates'),
		areas: { type: 'FeatureCollection', features: features<Feature<Polygon | MultiPolygon>>('areas') },
		routes: { type: 'FeatureCollection', features: features<Feature>('routes') },
		actors,
		reports: new Map(reports.map((report) => [report.id, report])),
	};
}
