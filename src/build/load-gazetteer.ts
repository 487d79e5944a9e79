import { buildGazetteerIndex } from '../lib/geocode/gazetteer-index.ts';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { geocode } from '../lib/geocode/geocode.ts';
import { toGeocoding } from '../lib/geocode/to-geocoding.ts';
import { areaOutline } from './area-outline.ts';
import type { Gazetteer } from './atlas.ts';
import type { Issue } from './issue.ts';
import { readGazetteer } from './read-gazetteer.ts';

/**
 * The gazetteer of a root: its curated places with the lists the project pins. Takes seconds, so it is asked for once
 * a run. `null` with an issue where the curated places cannot be used.
 */
export async function loadGazetteer(root: string): Promise<{ gazetteer: Gazetteer | null; issues: Issue[] }> {
	try {
		return { gazetteer: indexGazetteer(await readGazetteer(root)), issues: [] };
	} catch (error) {
		if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError) throw error;
		const fix = 'correct the place it names';
		return { gazetteer: null, issues: [{ file: 'geodata/places', path: '', message: error.message, fix }] };
	}
}

/** A gazetteer over the rows. */
export function indexGazetteer(rows: readonly GazetteerRow[]): Gazetteer {
	const index = buildGazetteerIndex(rows);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return {
		locate: (mention) => toGeocoding(geocode(mention, index), mention),
		row: (id) => byId.get(id) ?? null,
		outline: (area) => {
			try {
				return areaOutline(area);
			} catch (error) {
				return { message: error instanceof Error ? error.message : String(error) };
			}
		},
	};
}
