import { expect, test } from 'vitest';
import type { Link } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testIncident, testMention, testPlace } from '../testburg.ts';
import { check } from './sensitive-layers.ts';

const link: Link = {
	kind: 'follows',
	to: '2024-05-07-testburg-strike',
	basis: 'asserted',
	asserted_by: null,
	locator: { report: 'testburg-post', paragraph: 2, sentence: 1 },
	hedged: false,
	reason: null,
};
const mention = testMention({ as_written: 'the clinic', name: 'Testburg Clinic', kind: 'hospital', relation: 'at' });
const records = [
	testIncident({ place: mention }),
	testIncident({ id: 'near', place: { ...mention, relation: 'near' } }),
	testIncident({ id: 'later', links: [link] }),
];

function problems(at: [number, number], radiusKm = 1) {
	const clinic = testPlace({
		id: 'clinic',
		name: 'Testburg Clinic',
		kind: 'hospital',
		sensitivity: 'care',
		at,
		radiusKm,
	});
	return problemsOf(check, testAtlas({ places: [testPlace({ at: [7.40123, 46.90123] }), clinic], records }));
}

test('passes where every layer shows the rounded place', () => {
	expect(problems([7.45, 46.95])).toEqual([]);
});

test('finds the point of an incident, the disc around it, the end of a link and the place itself', () => {
	expect(
		problems([7.451, 46.95])
			.map(({ file }) => file)
			.sort(),
	).toEqual([
		'geodata/layers/areas.geojson',
		'geodata/layers/incidents.geojson',
		'geodata/layers/incidents.geojson',
		'geodata/layers/links.geojson',
		'geodata/layers/places.geojson',
	]);
});

test('finds a radius that rounding alone would exceed', () => {
	expect(problems([7.45, 46.95], 0.5).map(({ path }) => path)).toEqual([
		'features[0].properties.uncertainty_km',
		'features[0].properties.uncertainty_km',
	]);
});
