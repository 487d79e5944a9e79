import type { Feature, Point } from 'geojson';

interface NaturalPlaceProperties {
	name: string;
	kind: 'desert' | 'range' | 'lake';
	from: number;
}

/** Deserts, mountain ranges and lakes worth a name, from the zoom at which they have room; placed by hand. */
const NATURAL_PLACES: readonly [
	kind: NaturalPlaceProperties['kind'],
	name: string,
	from: number,
	lng: number,
	lat: number,
][] = [
	['desert', 'Rub al-Khali', 4, 49.8, 19.6],
	['desert', 'Nafud', 4, 41.2, 28.2],
	['desert', 'Syrian Desert', 4, 39.7, 32.6],
	['desert', 'Dasht-e Kavir', 4, 54.6, 34.6],
	['desert', 'Dasht-e Lut', 4, 58.8, 30.6],
	['desert', 'Karakum', 4, 60.2, 39.4],
	['desert', 'Kyzylkum', 4, 63.6, 42.6],
	['desert', 'Western Desert', 4, 26.6, 24.3],
	['desert', 'Eastern Desert', 5, 33.2, 26.4],
	['desert', 'Nubian Desert', 4, 33.2, 20.6],
	['desert', 'Libyan Desert', 4, 23.6, 24.6],
	['desert', 'Sahara', 2, 4.5, 23.4],
	['desert', 'Sinai', 5, 33.8, 29.5],
	['desert', 'Negev', 7, 34.86, 30.72],
	['desert', 'Dahna', 5, 45.9, 26.7],
	['desert', 'Thar Desert', 4, 71.5, 27.3],
	['desert', 'Gobi', 3, 104.5, 42.8],
	['desert', 'Taklamakan', 3, 82.8, 38.9],
	['desert', 'Kalahari', 3, 21.9, -23.4],
	['range', 'Zagros Mountains', 5, 48.9, 33.2],
	['range', 'Alborz', 5, 53.2, 35.95],
	['range', 'Taurus Mountains', 5, 33.4, 36.95],
	['range', 'Pontic Mountains', 5, 38.6, 40.5],
	['range', 'Caucasus', 4, 44.3, 42.75],
	['range', 'Hejaz Mountains', 5, 39.4, 23.6],
	['range', 'Asir', 6, 42.5, 18.8],
	['range', 'Hajar', 6, 57.6, 23.1],
	['range', 'Hindu Kush', 4, 69.3, 35.4],
	['range', 'Himalaya', 3, 84, 28.9],
	['range', 'Hauran', 7, 36.55, 32.7],
	['range', 'Anti-Lebanon', 7, 36.3, 33.85],
	['range', 'Sinjar', 7, 41.9, 36.38],
	['range', 'Hamrin', 7, 44.55, 34.75],
	['lake', 'Dead Sea', 6, 35.48, 31.52],
	['lake', 'Sea of Galilee', 8, 35.59, 32.82],
	['lake', 'Lake Van', 6, 42.95, 38.62],
	['lake', 'Lake Urmia', 6, 45.4, 37.65],
	['lake', 'Lake Tharthar', 6, 43.24, 33.98],
	['lake', 'Lake Razazah', 7, 43.66, 32.74],
	['lake', 'Lake Habbaniyah', 8, 43.45, 33.29],
	['lake', 'Lake Assad', 7, 38.2, 36.05],
	['lake', 'Lake Nasser', 6, 32.4, 23],
	['lake', 'Lake Tuz', 6, 33.38, 38.75],
	['lake', 'Sevan', 7, 45.3, 40.35],
	['lake', 'Great Bitter Lake', 8, 32.38, 30.33],
	['lake', 'Aral Sea', 5, 58.6, 45.2],
	['lake', 'Lake Tana', 6, 37.3, 12],
];

/** Label points of deserts, ranges and lakes. */
export function naturalPlaces(): { feature: Feature<Point, NaturalPlaceProperties>; minZoom: number }[] {
	return NATURAL_PLACES.map(([kind, name, from, lng, lat]) => ({
		minZoom: Math.floor(from),
		feature: {
			type: 'Feature',
			properties: { name, kind, from },
			geometry: { type: 'Point', coordinates: [lng, lat] },
		},
	}));
}
