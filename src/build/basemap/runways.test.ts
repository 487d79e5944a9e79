import { readdirSync, readFileSync } from 'node:fs';
import type { FeatureCollection, Point } from 'geojson';
import { expect, test } from 'vitest';
import { RUNWAYS } from './runways.ts';

const KM_PER_DEGREE = 111.2;
const PLACES = new URL('../../../geodata/places/', import.meta.url);
const fields = readdirSync(PLACES)
	.filter((name) => name.endsWith('.geojson'))
	.flatMap((name) => {
		const { features } = JSON.parse(readFileSync(new URL(name, PLACES), 'utf8')) as FeatureCollection<Point>;
		return features.filter(({ properties }) => ['air-base', 'airport'].includes(String(properties?.['kind'])));
	});

function kilometres(lat: number, lng: number, toLat: number, toLng: number): [east: number, north: number] {
	const shrink = Math.cos((((lat + toLat) / 2) * Math.PI) / 180);
	return [(toLng - lng) * shrink * KM_PER_DEGREE, (toLat - lat) * KM_PER_DEGREE];
}

test.each(RUNWAYS)('%s %s points where its number says and lies at a field of the gazetteer', (_, name, ...ends) => {
	const [east, north] = kilometres(...ends);
	const length = Math.hypot(east, north);
	expect(length).toBeGreaterThan(1.1);
	expect(length).toBeLessThan(5);
	// Numbers are tens of degrees from magnetic north, which lies up to 6 degrees off here.
	const bearing = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
	expect(Math.abs(((bearing - 10 * parseInt(name, 10) + 540) % 360) - 180)).toBeLessThan(14);
	const [lat, lng] = [(ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2];
	const distances = fields.map(({ geometry: { coordinates: at } }) =>
		Math.hypot(...kilometres(lat, lng, at[1]!, at[0]!)),
	);
	expect(Math.min(...distances)).toBeLessThan(6);
});
