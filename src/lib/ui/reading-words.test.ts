import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import { reading as m } from './messages/en/reading.ts';
import { readingWords, tellerName } from './reading-words.ts';

const names = {
	actors: new Map([['redland-army', { name: 'Army of Redland' }]]),
	reports: new Map([['late', { label: 'A late report' }]]),
};
const words = (reading: Partial<Reading>) => readingWords({ ...PLAIN_READING, ...reading }, names, 'en', m);

test('the plain reading needs no words', () => {
	expect(words({})).toBeNull();
});

test('says everything that differs from it, and nothing else', () => {
	const knownOn = parseDay('2024-04-19');
	const toldBy = { kind: 'claimant', key: 'redland-army' } as const;
	expect(words({ knownOn, toldBy })).toBe('as known on 19 April 2024, as told by Army of Redland');
	expect(words({ sources: 3 })).toBe('with 3 independent sources or more');
	expect(words({ figure: 'low' })).toBe('by the lowest figures');
});

test('a teller has a name, whether actor, report, a report’s own voice or somebody without an entry', () => {
	expect(tellerName({ kind: 'report', id: 'late' }, names, m)).toBe('A late report');
	expect(tellerName({ kind: 'claimant', key: 'report late' }, names, m)).toBe('Own voice of “A late report”');
	expect(tellerName({ kind: 'claimant', key: 'A hospital' }, names, m)).toBe('A hospital');
	expect(tellerName({ kind: 'report', id: 'gone' }, names, m)).toBe('gone');
});
