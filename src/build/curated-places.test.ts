import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { nameKey, normalizeName } from '../lib/geocode/normalize-name.ts';
import type { Place } from '../lib/model/place.ts';
import type { PlaceKind } from '../lib/model/vocabulary.ts';
import { areaOutline } from './area-outline.ts';
import { borderDistanceKm } from './border-distance.ts';
import { readAirports } from './read-airports.ts';
import { readCuratedPlaces } from './read-gazetteer.ts';
import { readGeonames } from './read-geonames.ts';

const places = await readCuratedPlaces(process.cwd());
const TOLERANCE_KM = 15;

/** Least and greatest radius that a place of a kind can have. */
const RADIUS_KM: Record<PlaceKind, [number, number]> = {
	site: [0.3, 8],
	'air-base': [2, 5],
	'military-base': [1, 16],
	airport: [2, 5],
	port: [1, 10],
	crossing: [1, 11],
	embassy: [0.5, 7],
	hospital: [0.8, 3],
	shelter: [0.8, 3],
	home: [4, 10],
	'nuclear-site': [1, 5],
	'oil-site': [1, 40],
	town: [2, 30],
	district: [1, 10],
	province: [5, 800],
	region: [2, 2000],
	country: [10, 2000],
	sea: [5, 2500],
};

const describe = (place: Place) => `${place.id} (${place.geometry.coordinates.join(', ')})`;

function isOff(place: Place, outline: Polygon | MultiPolygon): boolean {
	const point = place.geometry.coordinates;
	return !booleanPointInPolygon(point, outline) && borderDistanceKm(point, outline) > TOLERANCE_KM;
}

test('there are at least 200 places, each with an id of its own', () => {
	expect(places.length).toBeGreaterThanOrEqual(200);
	expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
});

test('every place lies in its country or within 15 km of it', () => {
	const off = places.filter(
		(place) => place.properties.country !== null && isOff(place, areaOutline(`country:${place.properties.country}`)),
	);
	expect(off.map(describe)).toEqual([]);
});

test('the same check finds swapped coordinates', () => {
	const [lng, lat] = [42.4412, 33.7856];
	const iraq = areaOutline('country:IRQ');
	expect(booleanPointInPolygon([lng, lat], iraq)).toBe(true);
	expect(borderDistanceKm([lat, lng], iraq)).toBeGreaterThan(TOLERANCE_KM);
});

test('every first-order division named is a place, and holds the places said to be in it', () => {
	const areas = new Map(
		places
			.filter(({ properties }) => properties.kind === 'province' || properties.area?.startsWith('admin1:'))
			.map(({ properties }) => [`${properties.country} ${properties.admin1}`, properties.area]),
	);
	const wrong = places.filter((place) => {
		const { admin1, country } = place.properties;
		if (admin1 === null) return false;
		const area = areas.get(`${country} ${admin1}`);
		return area === undefined || (area !== null && isOff(place, areaOutline(area)));
	});
	expect(wrong.map(describe)).toEqual([]);
});

test('the radius of a place with an outline reaches its farthest corner', () => {
	const short = places.filter(({ geometry, properties }) => {
		if (properties.area === null) return false;
		const outline = areaOutline(properties.area);
		const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
		const corners = polygons.flatMap(([shell]) => shell!);
		return corners.some((corner) => distance(geometry.coordinates, corner) > properties.uncertainty_km);
	});
	expect(short.map(describe)).toEqual([]);
});

test('a town or airport taken from a list bears one of the names it has there', async () => {
	const listed = new Map(
		[...(await readGeonames(process.cwd())), ...(await readAirports(process.cwd()))].map((row) => [row.id, row]),
	);
	const keys = (names: readonly string[]) => names.map((name) => nameKey(normalizeName(name)));
	const strangers = places.filter(({ properties }) => {
		const [list, id] = properties.source.split(' ');
		const row = listed.get(`${list!.toLowerCase()}-${id?.toLowerCase()}`);
		if (!row) return /^(GeoNames|OurAirports)$/.test(list!);
		const theirs = new Set(keys([row.name, ...row.aliases, ...row.alternates]));
		return !keys([properties.name, ...properties.aliases]).some((key) => theirs.has(key));
	});
	expect(strangers.map((place) => `${place.id}: ${place.properties.source}`)).toEqual([]);
}, 30_000);

test('radii fit the kind, and a coordinate read off a map is no surer than it says', () => {
	const wrong = places.filter(({ properties }) => {
		const [least, greatest] = RADIUS_KM[properties.kind];
		const radius = properties.uncertainty_km;
		const stated = /±([\d.]+) km/.exec(properties.source);
		return radius < least || radius > greatest || (stated !== null && radius < Number(stated[1]));
	});
	expect(wrong.map((place) => `${place.id} ${place.properties.uncertainty_km}`)).toEqual([]);
});

test('every source is of a known form', () => {
	const forms =
		/^(GeoNames \d+|OurAirports [A-Z0-9-]+|Natural Earth admin-[01], interior point(; .+)?|Editor's reading of public maps, ±[\d.]+ km(; .+)?)$/;
	expect(places.filter(({ properties }) => !forms.test(properties.source)).map(({ id }) => id)).toEqual([]);
});

test('no two places of one country and kind share a name', () => {
	const owners = new Map<string, string>();
	const collisions: string[] = [];
	for (const { id, properties } of places) {
		for (const key of new Set([properties.name, ...properties.aliases].map((name) => nameKey(normalizeName(name))))) {
			const slot = `${properties.country} ${properties.kind} ${key}`;
			const owner = owners.get(slot);
			if (owner) collisions.push(`${owner} and ${id}: ${key}`);
			owners.set(slot, id);
		}
	}
	expect(collisions).toEqual([]);
});

test('no alias mixes scripts', () => {
	const scripts = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u];
	const mixed = places.flatMap(({ properties }) =>
		properties.aliases.filter((alias) => scripts.filter((script) => script.test(alias)).length > 1),
	);
	expect(mixed).toEqual([]);
});
