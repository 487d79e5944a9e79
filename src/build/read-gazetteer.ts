import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { type Place, PlaceFile } from '../lib/model/place.ts';
import { assignAdmin1 } from './assign-admin1.ts';
import { coarseRow } from './place-sensitivity.ts';
import { readAirports } from './read-airports.ts';
import { readGeonames } from './read-geonames.ts';

/** Sources that name a row of the other lists, as `Place.source` writes them. */
const SOURCE_ROW = /^(GeoNames|OurAirports) (\S+)$/;
const SAME_PLACE_KINDS = new Set(['town', 'airport', 'air-base']);

/**
 * Every place the geocoder knows: the curated places of `geodata/places`, the towns of GeoNames (cities500) and the
 * airports of OurAirports. A curated town or airfield whose coordinate comes from one of the lists takes over that
 * row's names and population, and the row itself is left out. Sorted by id.
 */
export async function readGazetteer(root: string): Promise<GazetteerRow[]> {
	const [places, towns, airports] = await Promise.all([
		readCuratedPlaces(root),
		readGeonames(root),
		readAirports(root),
	]);
	const listed = new Map([...towns, ...airports].map((row) => [row.id, row]));
	const curated = places.map((place) => {
		const row = curatedRow(place);
		const match = SAME_PLACE_KINDS.has(row.kind) ? SOURCE_ROW.exec(place.properties.source) : null;
		if (!match) return row;
		const id = `${match[1]!.toLowerCase()}-${match[2]!.toLowerCase()}`;
		const same = listed.get(id);
		if (!same) throw new Error(`${place.id}: source "${place.properties.source}" names no row of the pinned lists`);
		listed.delete(id);
		return {
			...row,
			alternates: [same.name, ...same.aliases, ...same.alternates],
			hints: same.hints,
			population: same.population,
		};
	});
	const rows = [...curated, ...assignAdmin1([...listed.values()], curated).map(coarseRow)];
	return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The places of `geodata/places`, in the order of the files. */
export async function readCuratedPlaces(root: string): Promise<Place[]> {
	const folder = join(root, 'geodata/places');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.geojson')).sort();
	const collections = await Promise.all(
		files.map(async (file) => v.parse(PlaceFile, JSON.parse(await readFile(join(folder, file), 'utf8')))),
	);
	return collections.flatMap(({ features }) => features);
}

function curatedRow({ id, geometry, properties }: Place): GazetteerRow {
	return {
		id,
		name: properties.name,
		aliases: properties.aliases,
		alternates: [],
		hints: [],
		kind: properties.kind,
		country: properties.country,
		admin1: properties.admin1,
		position: geometry.coordinates,
		uncertaintyKm: properties.uncertainty_km,
		area: properties.area,
		population: 0,
		origin: 'curated',
	};
}
