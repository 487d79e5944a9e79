import { expect, test } from 'vitest';
import type { Geocoding } from '../../lib/model/place.ts';
import { problemsOf, testAtlas, testIncident, testMention } from '../testburg.ts';
import { check } from './precision-and-uncertainty.ts';

function problems(geocoding: Partial<Geocoding>, relation: 'in' | 'outskirts-of' = 'in') {
	const complete = testAtlas().records[0]!.value;
	if (complete.unit !== 'incident') return [];
	const derived = { ...complete.derived, geocoding: { ...complete.derived.geocoding!, ...geocoding } };
	return problemsOf(check, testAtlas({ records: [testIncident({ derived, place: testMention({ relation }) })] }));
}

test('passes for a radius that fits, and for the unlocated', () => {
	expect(problems({ geo_precision: 'town', uncertainty_km: 30 })).toEqual([]);
	expect(problems({ geo_precision: 'site', uncertainty_km: 18 }, 'outskirts-of')).toEqual([]);
	expect(problems({ geo_precision: 'site', uncertainty_km: 10 })).toEqual([]);
	expect(problems({ place_id: null, geo_precision: null, uncertainty_km: null })).toEqual([]);
});

test('finds a site that may lie anywhere within 12 km', () => {
	expect(problems({ geo_precision: 'site', uncertainty_km: 12 })).toEqual([
		expect.objectContaining({
			path: 'derived.geocoding.uncertainty_km',
			message: '12 km is too wide for the precision "site", 10 km at the most',
		}),
	]);
});

test('finds an unlocated incident with a precision, and a located one without', () => {
	expect(problems({ place_id: null, geo_precision: 'town', uncertainty_km: null })).toHaveLength(1);
	expect(problems({ geo_precision: null, uncertainty_km: 4 })).toHaveLength(1);
});
