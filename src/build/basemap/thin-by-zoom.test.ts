import { expect, test } from 'vitest';
import { thinByZoom } from './thin-by-zoom.ts';

const options = { minZoom: 2, maxZoom: 8, spacingPx: () => 30, isDue: () => true };
const zooms = (items: { name: string; lng: number; lat: number }[], more: object = {}) =>
	Object.fromEntries(thinByZoom(items, { ...options, ...more }).map(({ item, minZoom }) => [item.name, minZoom]));

test('the more important of two neighbours comes first, the other when there is room', () => {
	const near = [
		{ name: 'Baghdad', lng: 44.4, lat: 33.3 },
		{ name: 'Ramadi', lng: 43.3, lat: 33.4 },
	];
	expect(zooms(near)).toEqual({ Baghdad: 2, Ramadi: 5 });
});

test('what finds no room is left out', () => {
	const twins = [
		{ name: 'A', lng: 44, lat: 33 },
		{ name: 'B', lng: 44.001, lat: 33 },
	];
	expect(zooms(twins)).toEqual({ A: 2 });
});

test('a town too small for a zoom level waits for the next', () => {
	const lone = [{ name: 'Rutba', lng: 40.3, lat: 33 }];
	expect(zooms(lone, { isDue: (_: unknown, zoom: number) => zoom >= 6 })).toEqual({ Rutba: 6 });
});

test('a town that waits keeps its place from lesser ones beside it', () => {
	const coast = [
		{ name: 'Abu Dhabi', lng: 54.4, lat: 24.45 },
		{ name: 'Dubai', lng: 55.3, lat: 25.07 },
		{ name: 'Sharjah', lng: 55.41, lat: 25.33 },
	];
	const { Dubai = 0, Sharjah = 0 } = zooms(coast);
	expect(Dubai).toBeLessThan(Sharjah);
});
