import type { MultiPolygon, Polygon } from 'geojson';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import type { Actor } from '../lib/model/actor.ts';
import type { Geocoding, Place, PlaceMention } from '../lib/model/place.ts';
import type { AtlasRecord, Incident } from '../lib/model/record.ts';
import type { Report } from '../lib/model/report.ts';
import type { Geodata, Source } from './read-geodata.ts';

/** What the pipeline asks of the world outside `geodata/`: places by name and by id, outlines by name. */
export interface Gazetteer {
	locate(mention: PlaceMention): Geocoding;
	row(id: string): GazetteerRow | null;
	/** The outline named by a place's `area`, or a message why there is none. */
	outline(area: string): Polygon | MultiPolygon | { message: string };
}

/** All of `geodata/` with everything that is referred to by id at hand. */
export interface Atlas extends Geodata {
	actorById: ReadonlyMap<string, Actor>;
	reportById: ReadonlyMap<string, Report>;
	recordById: ReadonlyMap<string, AtlasRecord>;
	curatedById: ReadonlyMap<string, Place>;
	/** `null` where the curated places cannot be used; rules that need it are passed over. */
	gazetteer: Gazetteer | null;
	/** What the pipeline makes of the records, path to text; `null` while that is not asked. */
	expected: ReadonlyMap<string, string> | null;
	/** Whether an id names something in a file that could not be read; its absence is no second problem. */
	isUnreadable(kind: 'report' | 'actor' | 'record', id: string): boolean;
}

/** Gathers what was read and indexes it. Of two that share an id the first counts. */
export function gatherAtlas(data: Geodata, gazetteer: Gazetteer | null): Atlas {
	return {
		...data,
		actorById: byId(data.actors.flatMap((source) => source.value.actors)),
		reportById: byId(data.reports.map((source) => source.value)),
		recordById: byId(data.records.map((source) => source.value)),
		curatedById: byId(data.places.flatMap((source) => source.value.features)),
		gazetteer,
		expected: null,
		isUnreadable: (kind, id) => data.unreadable.has(kind === 'actor' ? 'actors' : id),
	};
}

/** The records that are incidents, with their files. */
export function incidentSources(atlas: Pick<Geodata, 'records'>): Source<Incident>[] {
	return atlas.records.filter((source): source is Source<Incident> => source.value.unit === 'incident');
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
	const map = new Map<string, T>();
	for (const item of items) if (!map.has(item.id)) map.set(item.id, item);
	return map;
}
