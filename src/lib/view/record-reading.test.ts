import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { claimFixture } from './claim-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import { readIncident } from './read-data.ts';
import { recordReading } from './record-reading.ts';

const context = {
	actors: new Map(),
	reports: new Map([
		['early', { published: '2024-05-10' } as Report],
		['late', { published: '2024-05-25' } as Report],
	]),
};
const claims = [
	claimFixture({ id: 'c1' }),
	claimFixture({ id: 'c2', claimant: { actor: null, name: 'A ministry' } }),
	claimFixture({ id: 'c3', report: 'late' }),
];
const whole = incidentFixture('a', 19_850, 19_850, { claims });
function read(change: Partial<Reading>) {
	const reading = { ...PLAIN_READING, ...change };
	return recordReading(whole, readIncident(whole, reading, context) ?? undefined, reading, context);
}

test('tells how many claims came later and which are set aside', () => {
	expect(read({})).toMatchObject({ isLeftOut: false, later: 0 });
	const early = read({ knownOn: parseDay('2024-05-10'), toldBy: { kind: 'claimant', key: 'A ministry' } });
	expect(early).toMatchObject({ isLeftOut: false, later: 1 });
	expect([...early.setAside]).toEqual([['c1', 'another-claimant']]);
});

test('a record that is left out has nothing set aside, as all its claims are shown', () => {
	const none = read({ knownOn: parseDay('2024-05-09') });
	expect(none).toMatchObject({ isLeftOut: true, later: 0 });
	expect(none.setAside.size).toBe(0);
});
