import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testIncident, testMention, testPlace } from '../testburg.ts';
import { check } from './places-resolve.ts';

const located = testAtlas().records[0]!.value;
const derived = located.unit === 'incident' ? located.derived : null;

test('passes where the place exists, and where the incident names none', () => {
	expect(derived?.geocoding?.place_id).toBe('testburg');
	expect(problemsOf(check, testAtlas({ records: [testIncident(), testIncident({ id: 'b', place: null })] }))).toEqual(
		[],
	);
});

test('finds a place that is not in the gazetteer', () => {
	const records = [testIncident({ derived: derived! })];
	expect(problemsOf(check, testAtlas({ records, places: [] }))).toEqual([
		expect.objectContaining({ path: 'derived.geocoding.place_id', message: 'there is no place "testburg"' }),
	]);
});

test('finds a place in another country than the record says', () => {
	const records = [testIncident({ derived: derived!, place: testMention({ country: 'FRA' }) })];
	expect(problemsOf(check, testAtlas({ records }))).toEqual([
		expect.objectContaining({ path: 'place.country', message: '"Testburg" lies in CHE, the record says FRA' }),
	]);
});

test('finds a place that was not looked up, and one found for nothing', () => {
	const records = [
		testIncident({ derived: { ...derived!, geocoding: null } }),
		testIncident({ id: 'b', place: null, derived: derived! }),
	];
	expect(problemsOf(check, testAtlas({ records })).map(({ message }) => message)).toEqual([
		'the place was not looked up',
		'no place is named, yet one was found',
	]);
});

test('finds an outline that does not exist', () => {
	const places = [testPlace(), testPlace({ id: 'nowhere', name: 'Nowhere', area: 'country:QQQ' })];
	expect(problemsOf(check, testAtlas({ places }))).toEqual([
		expect.objectContaining({ path: 'features[1].properties.area' }),
	]);
});
