import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident, testPlace } from '../testburg.ts';
import { check } from './derived-current.ts';

const complete = testAtlas().records[0]!.value;
const derived = complete.unit === 'incident' ? complete.derived : undefined;

test('passes where everything follows', () => {
	expect(problemsOf(check, testAtlas())).toEqual([]);
});

test('finds an attribution and a grading that do not follow from the claims', () => {
	const claims = [
		testClaim({ topic: 'perpetrator', value: ['redland'], claimant: { actor: 'redland', name: 'Redland' } }),
	];
	const records = [testIncident({ claims, derived: derived! })];
	expect(problemsOf(check, testAtlas({ records })).map(({ path, message }) => [path, message])).toEqual([
		['derived.attribution', 'is "unknown", but "confirmed" follows'],
		['derived.grading', 'is "weak", but "confirmed" follows'],
	]);
});

test('finds a geocoding that the gazetteer no longer gives', () => {
	const places = [testPlace({ radiusKm: 7 })];
	expect(problemsOf(check, testAtlas({ places, records: [testIncident({ derived: derived! })] }))).toEqual([
		expect.objectContaining({ path: 'derived.geocoding.uncertainty_km', message: 'is 4, but 7 follows' }),
	]);
});
