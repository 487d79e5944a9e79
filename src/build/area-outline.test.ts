import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { areaOutline } from './area-outline.ts';

/** Twice the signed area of a ring: positive when it runs counter-clockwise. */
const turning = (ring: Position[]) =>
	ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);

test('gives the outline of a division and of a country', () => {
	expect(booleanPointInPolygon([42.44, 33.79], areaOutline('admin1:IRQ:Al-Anbar'))).toBe(true);
	expect(booleanPointInPolygon([44.4, 33.3], areaOutline('admin1:IRQ:Al-Anbar'))).toBe(false);
	expect(booleanPointInPolygon([44.4, 33.3], areaOutline('country:IRQ'))).toBe(true);
	expect(booleanPointInPolygon([34.31, 31.34], areaOutline('admin1:PSE:Gaza Strip'))).toBe(true);
	expect(booleanPointInPolygon([35.25, 32.22], areaOutline('country:PSE'))).toBe(true);
});

test.each(['admin1:IRQ:Babil', 'admin1:IRN:Hormozgan', 'country:IRN', 'country:ITA', 'country:ZAF'])(
	'%s has closed rings of the RFC 7946 winding with three decimals',
	(area) => {
		const outline = areaOutline(area);
		const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
		expect(polygons.length).toBeGreaterThan(0);
		for (const [shell, ...holes] of polygons) {
			expect(turning(shell!)).toBeGreaterThan(0);
			for (const hole of holes) expect(turning(hole)).toBeLessThan(0);
			for (const ring of [shell!, ...holes]) {
				expect(ring.length).toBeGreaterThanOrEqual(4);
				expect(ring.at(-1)).toEqual(ring[0]);
				expect(ring.flat().every((degrees) => Number(degrees.toFixed(3)) === degrees)).toBe(true);
			}
		}
	},
);

test.each([
	['admin1:IRQ:Al-Anbr', 'Area "admin1:IRQ:Al-Anbr": no such division; there are Al-Anbar'],
	['admin1:QQQ:Anywhere', 'Natural Earth has no divisions for country QQQ'],
	['country:QQQ', 'Natural Earth has no country QQQ'],
	['country', 'must read "admin1:<ISO3>:<name>" or "country:<ISO3>"'],
	['', 'must read "admin1:<ISO3>:<name>" or "country:<ISO3>"'],
])('refuses %s and says why', (area, message) => {
	expect(() => areaOutline(area)).toThrow(message);
});

test('gives the same outline to all who ask', () => {
	expect(areaOutline('country:IRQ')).toBe(areaOutline('country:IRQ'));
});
