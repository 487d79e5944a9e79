import { expect, test } from 'vitest';
import { coarsePlace, coarseRow } from '../place-sensitivity.ts';
import { type PlaceParts, problemsOf, testAtlas, testIncident, testMention, testPlace } from '../testburg.ts';
import { check } from './sensitive-places.ts';

const hospital: PlaceParts = { id: 'clinic', name: 'Testburg Clinic', kind: 'hospital', sensitivity: 'care' };
const messages = (parts: PlaceParts) =>
	problemsOf(check, testAtlas({ places: [testPlace(parts)], records: [] })).map(
		({ path, message }) => `${path}: ${message}`,
	);

test('passes for a town as fine as it is known, and for sensitive places on their grid', () => {
	expect(messages({ at: [7.44744, 46.94809] })).toEqual([]);
	expect(messages({ ...hospital, at: [7.45, 46.95], radiusKm: 0.8 })).toEqual([]);
	expect(messages({ kind: 'home', sensitivity: 'home', at: [7.45, 46.95], radiusKm: 4 })).toEqual([]);
	expect(messages({ ...hospital, sensitivity: 'home', at: [7.45, 46.95], radiusKm: 4 })).toEqual([]);
});

test('finds a class below what the kind asks, and asks for its grid', () => {
	expect(messages({ ...hospital, sensitivity: 'none', at: [7.451, 46.95] })).toEqual([
		'features[0].properties.sensitivity: clinic is of the class "none", but its kind or name asks for "care"',
		'features[0].geometry.coordinates: clinic at [7.451, 46.95] is finer than 0.01 degrees, which "care" allows: [7.45, 46.95]',
	]);
	expect(messages({ kind: 'shelter' })).toHaveLength(1);
	expect(messages({ kind: 'home', sensitivity: 'care', radiusKm: 5 })).toHaveLength(1);
});

test('finds what only its name gives away', () => {
	for (const name of [
		'St Anna Hospital',
		'Al-Nour Medical Center',
		'مستشفى الشفاء',
		'בית החולים תל השומר',
		'School shelter',
	]) {
		expect(messages({ kind: 'site', name }), name).toHaveLength(1);
	}
	expect(messages({ kind: 'site', name: 'House of a commander', radiusKm: 5 })[0]).toContain('asks for "home"');
	expect(messages({ name: 'Househall' })).toEqual([]);
});

test('finds coordinates that are too fine, and a radius too small', () => {
	expect(messages({ ...hospital, at: [7.45, 46.951], radiusKm: 0.5 })).toEqual([
		'features[0].geometry.coordinates: clinic at [7.45, 46.951] is finer than 0.01 degrees, which "care" allows: [7.45, 46.95]',
		'features[0].properties.uncertainty_km: clinic has a radius of 0.5 km, below the 0.8 km that rounding moves a place of "care"',
	]);
	expect(messages({ sensitivity: 'home', at: [7.46, 46.95], radiusKm: 5 })).toHaveLength(1);
});

test('finds a sensitive place that another gazetteer gave to an incident', () => {
	const places = [testPlace({ ...hospital, at: [7.451, 46.95] })];
	const mention = testMention({ as_written: 'the clinic', name: 'Testburg Clinic', kind: 'hospital' });
	const atlas = testAtlas({ places, records: [testIncident({ place: mention })] });
	expect(problemsOf(check, { ...atlas, places: [], curatedById: new Map() })).toMatchObject([
		{ file: 'geodata/incidents/2024/2024-05-07-testburg-strike.json', path: 'derived.geocoding.place_id' },
	]);
});

test('fix and reading a list make places that pass', () => {
	const { geometry, properties } = coarsePlace(
		testPlace({ ...hospital, sensitivity: 'none', at: [7.451, 46.9549], radiusKm: 1 }),
	);
	expect(messages({ ...hospital, at: geometry.coordinates, radiusKm: properties.uncertainty_km })).toEqual([]);
	expect(properties).toMatchObject({ sensitivity: 'care', uncertainty_km: 1.8 });
	const row = testAtlas({ places: [testPlace(hospital)], records: [] }).gazetteer.row('clinic')!;
	expect(coarseRow({ ...row, position: [7.451, 46.9549] })).toMatchObject({
		position: [7.45, 46.95],
		uncertaintyKm: 4.8,
	});
	expect(coarseRow({ ...row, kind: 'town', position: [7.451, 46.9549] }).position).toEqual([7.451, 46.9549]);
});
