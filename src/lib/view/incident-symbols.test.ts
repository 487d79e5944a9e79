import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentFixture } from './incident-fixture.ts';
import {
	fanOffsets,
	incidentSymbols,
	LARGEST_SPREAD_STACK,
	mercatorX,
	mercatorY,
	MOST_FANNED,
	prepareSymbols,
	stackOffset,
} from './incident-symbols.ts';
import { buildIncidentTable } from './incident-table.ts';

function at(id: string, lng: number, lat: number, properties = {}) {
	const feature = incidentFixture(id, 19_000, 19_000, properties);
	return { ...feature, geometry: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] } };
}

test('a lone incident stands on its place', () => {
	const symbols = incidentSymbols(buildIncidentTable([at('a', 44, 33), at('b', 44.1, 33)]));
	expect([...symbols.offsetX, ...symbols.offsetY]).toEqual([0, 0, 0, 0]);
	expect([...symbols.drawable]).toEqual([1, 1]);
});

test('incidents of one place are set apart, whatever came between them', () => {
	const symbols = incidentSymbols(buildIncidentTable([at('a', 44, 33), at('b', 45, 33), at('c', 44, 33)]));
	expect(symbols.offsetY[0]).toBeLessThan(0);
	expect(symbols.offsetY[1]).toBe(0);
	expect(symbols.offsetY[2]).toBe(-symbols.offsetY[0]!);
});

test('a large symbol pushes its neighbours further out', () => {
	const small = incidentSymbols(buildIncidentTable([at('a', 44, 33), at('b', 44, 33)]));
	const large = incidentSymbols(buildIncidentTable([at('a', 44, 33, { killed_best: 500 }), at('b', 44, 33)]));
	expect(large.offsetY[1]).toBeGreaterThan(small.offsetY[1]!);
});

test('no two of a stack stand closer than the spacing', () => {
	for (let size = 2; size <= LARGEST_SPREAD_STACK; size++) {
		const offsets = Array.from({ length: size }, (_, place) => stackOffset(place, size, 21));
		offsets.forEach(([x, y], a) => {
			for (const [otherX, otherY] of offsets.slice(a + 1)) {
				expect(Math.hypot(x - otherX, y - otherY), `${size} at ${a}`).toBeGreaterThan(19.5);
			}
		});
	}
});

test('offsets fit a signed byte even around the largest symbol', () => {
	for (let size = 2; size <= LARGEST_SPREAD_STACK; size++) {
		for (let place = 0; place < size; place++) {
			for (const offset of stackOffset(place, size, 33)) expect(Math.abs(offset)).toBeLessThanOrEqual(127);
		}
	}
});

test('a stack too large to set apart stays together, in order of time, and is listed', () => {
	const stack = Array.from({ length: LARGEST_SPREAD_STACK + 1 }, (_, i) => at(`i${i}`, 44, 33));
	const symbols = incidentSymbols(buildIncidentTable([at('a', 45, 33), ...stack, at('z', 45, 33)]));
	expect(symbols.stacks.map((rows) => [...rows])).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
	expect([...symbols.stack]).toEqual([-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1]);
	expect([...symbols.offsetX.subarray(1, 10)].every((x) => x === 0)).toBe(true);
});

test('a fan keeps its symbols apart, off their place and within a signed byte', () => {
	const offsets = fanOffsets(MOST_FANNED);
	offsets.forEach(([x, y], index) => {
		expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(127);
		for (const [otherX, otherY] of [[0, 0] as const, ...offsets.slice(0, index)]) {
			expect(Math.hypot(x - otherX, y - otherY), String(index)).toBeGreaterThan(20);
		}
	});
});

test('areas, unlocated incidents and impossible positions are not drawn', () => {
	const features = [
		at('area', 44, 33, { geo_precision: 'province' }),
		{ ...at('b-unlocated', 44, 33), geometry: null },
		at('c-nan', NaN, 33),
		at('d-swapped', 33, 94),
		at('e-pole', 0, 89),
		at('f-town', 44, 33, { geo_precision: 'town' }),
	];
	const symbols = incidentSymbols(buildIncidentTable(features));
	expect([...symbols.drawable]).toEqual([0, 0, 0, 0, 0, 1]);
	expect([...symbols.x, ...symbols.y].every(Number.isFinite)).toBe(true);
});

test('mercator covers the square from the date line and from the north', () => {
	expect([mercatorX(-180), mercatorX(180), mercatorY(0)]).toEqual([0, 1, 0.5]);
	expect(mercatorY(85.051129)).toBeCloseTo(0);
	fc.assert(
		fc.property(fc.double({ min: -85, max: 85, noNaN: true }), (lat) => {
			expect(mercatorY(lat) + mercatorY(-lat)).toBeCloseTo(1);
		}),
	);
});

test('symbols laid out ahead are the same, and no two who ask share them', () => {
	const table = buildIncidentTable([at('a', 44, 33), at('b', 44, 33)]);
	const plain = incidentSymbols(table);
	prepareSymbols(table);
	const first = incidentSymbols(table);
	expect(first).toEqual(plain);
	first.offsetX.fill(99);
	expect(incidentSymbols(table)).toEqual(plain);
});
