import { expect, test } from 'vitest';
import { usableFeatures } from './usable-features.ts';

const good = {
	id: 'a',
	geometry: { type: 'Point', coordinates: [44, 33] },
	properties: { date_start: '2024-07-30', date_end: '2024-07-30', claims: [], responds_to: [] },
};

test('keeps what can be shown', () => {
	const read = { features: [good, { ...good, geometry: null }], problem: null };
	expect(usableFeatures(read)).toEqual(read);
});

test.each([
	['no id', { ...good, id: 7 }],
	['a day that does not exist', { ...good, properties: { ...good.properties, date_start: '2024-02-30' } }],
	['an end before the start', { ...good, properties: { ...good.properties, date_end: '2024-07-29' } }],
	['no claims', { ...good, properties: { date_start: '2024-07-30', date_end: '2024-07-30' } }],
	['a latitude beyond the pole', { ...good, geometry: { type: 'Point', coordinates: [44, 133] } }],
	['a coordinate that is no number', { ...good, geometry: { type: 'Point', coordinates: ['44', 33] } }],
	['a coordinate that is null, as NaN is written', { ...good, geometry: { type: 'Point', coordinates: [null, 33] } }],
	['nothing', null],
])('leaves out a feature with %s, and says so', (_what, bad) => {
	const { features, problem } = usableFeatures({ features: [good, bad], problem: null });
	expect(features).toEqual([good]);
	expect(problem).toMatch(/^1 of its 2 features/);
});

test('adds to a problem already known', () => {
	expect(usableFeatures({ features: [null], problem: 'it was cut short' }).problem).toMatch(/^it was cut short; 1 of/);
});
