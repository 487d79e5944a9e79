import text from '../../geodata/layers/incidents.geojson?raw';
import type { IncidentCollection } from '../lib/model/feature.ts';

/** What the page says before, or without, its script: enough for a plain table of every incident. */
export function load() {
	const { features } = JSON.parse(text) as IncidentCollection;
	return {
		plainRows: features.map(({ id, properties }) => ({
			id,
			title: properties.title,
			dateStart: properties.date_start,
			dateEnd: properties.date_end,
			place: properties.place_name,
			summary: properties.summary,
		})),
	};
}
