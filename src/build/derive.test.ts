import { expect, test } from 'vitest';
import { deriveIncident } from './derive.ts';
import { testAtlas, testClaim, testIncident } from './testburg.ts';

const { actorById, gazetteer } = testAtlas();

test('fills in toll, attribution, grading and place, each from the claims as they stand', () => {
	const killed = { low: 2, high: 2 };
	const claims = [
		testClaim({ topic: 'perpetrator', value: ['redland'], claimant: { actor: 'redland', name: 'Redland' } }),
		testClaim({
			id: 'c2',
			topic: 'casualties',
			value: { killed, injured: null, abducted: null, scope: 'total', person: null },
		}),
	];
	expect(deriveIncident(testIncident({ claims }), actorById, gazetteer)).toMatchObject({
		toll: { killed: { low: 2, best: 2, high: 2 }, injured: { low: null, best: null, high: null } },
		attribution: 'confirmed',
		grading: 'confirmed',
		geocoding: { place_id: 'testburg', geo_precision: 'town', uncertainty_km: 4 },
	});
});

test('looks nothing up where no place is named', () => {
	expect(deriveIncident(testIncident({ place: null }), actorById, gazetteer).geocoding).toBeNull();
});
