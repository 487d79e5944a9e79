import { expect, test } from 'vitest';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import { claimFixture } from './claim-fixture.ts';
import { claimsSetAside } from './claim-standing.ts';

const claims = [
	claimFixture({ id: 'c1' }),
	claimFixture({ id: 'c2', claimant: { actor: null, name: 'A ministry' }, report: 'late' }),
	claimFixture({ id: 'c3', topic: 'outcome', value: 'damage' }),
	claimFixture({ id: 'c4', topic: 'outcome', value: 'damage', stance: 'denies', report: 'late' }),
];
const setAside = (reading: Partial<Reading>) =>
	Object.fromEntries(
		claimsSetAside(claims, { ...PLAIN_READING, ...reading }, { actors: new Map(), reports: new Map() }),
	);

test('nothing is set aside by the plain reading', () => {
	expect(setAside({})).toEqual({});
	expect(setAside({ figure: 'low' })).toEqual({});
});

test('says whose claim it is that does not count', () => {
	expect(setAside({ toldBy: { kind: 'claimant', key: 'A ministry' } })).toEqual({
		c1: 'another-claimant',
		c3: 'another-claimant',
		c4: 'another-claimant',
	});
	expect(setAside({ toldBy: { kind: 'report', id: 'late' } })).toEqual({ c1: 'another-report', c3: 'another-report' });
});

test('what too few say is set aside, and no denial', () => {
	expect(setAside({ sources: 2 })).toEqual({ c3: 'few-sources' });
});
