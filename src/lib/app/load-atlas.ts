import type { MultiPolygon, Polygon, Feature } from 'geojson';
import actorFile from '../../../geodata/actors.json';
import aggregatesUrl from '../../../geodata/layers/aggregates.geojson?url';
import areasUrl from '../../../geodata/layers/areas.geojson?url';
import incidentsUrl from '../../../geodata/layers/incidents.geojson?url';
import routesUrl from '../../../geodata/layers/routes.geojson?url';
import statementsUrl from '../../../geodata/layers/statements.geojson?url';
import type { Actor } from '../model/actor.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import type { Report } from '../model/report.ts';
import type { AtlasData } from '../view/atlas-data.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { type ReadCollection, readCollection } from './read-collection.ts';
import { usableFeatures } from './usable-features.ts';

/** A layer that could not be read whole. */
export interface LayerProblem {
	readonly layer: string;
	readonly reason: string;
}

const reportFiles = import.meta.glob<Report>('../../../geodata/reports/*.json', { eager: true, import: 'default' });

/** Loads every layer at once. A layer that fails leaves the others as they are and is named in `problems`. */
export async function loadAtlas(): Promise<{ data: AtlasData; problems: LayerProblem[] }> {
	const problems: LayerProblem[] = [];
	const load = async <F>(layer: string, url: string, check = usableFeatures<F>): Promise<F[]> => {
		const { features, problem } = check(await fetchCollection<F>(url));
		if (problem !== null) problems.push({ layer, reason: problem });
		return features;
	};
	const [incidents, statements, aggregates, areas, routes] = await Promise.all([
		load<IncidentFeature>('incidents', incidentsUrl),
		load<StatementFeature>('statements', statementsUrl),
		load<AggregateFeature>('aggregates', aggregatesUrl),
		load<Feature<Polygon | MultiPolygon>>('areas', areasUrl, (read) => read),
		load<Feature>('routes', routesUrl, (read) => read),
	]);
	const actors = new Map((actorFile.actors as Actor[]).map((actor) => [actor.id, actor]));
	const reports = new Map(Object.values(reportFiles).map((report) => [report.id, report]));
	return {
		data: {
			table: buildIncidentTable(incidents, actors),
			statements,
			aggregates,
			areas: { type: 'FeatureCollection', features: areas },
			routes: { type: 'FeatureCollection', features: routes },
			actors,
			reports,
		},
		problems,
	};
}

async function fetchCollection<F>(url: string): Promise<ReadCollection<F>> {
	try {
		const response = await fetch(url);
		if (!response.ok) return { features: [], problem: `the server answered ${response.status}` };
		return readCollection<F>(await response.text());
	} catch {
		return { features: [], problem: 'the server could not be reached or stopped answering' };
	}
}
