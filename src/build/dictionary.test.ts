import { expect, test } from 'vitest';
import { IncidentProperties } from '../lib/model/feature.ts';
import { ACLED_TYPES, ATTRIBUTIONS, KINDS, PLOVER } from '../lib/model/vocabulary.ts';
import { CHECKS } from './checks/index.ts';
import { dictionary } from './dictionary.ts';

const text = dictionary();

test('describes every property of the incidents layer', () => {
	for (const name of Object.keys(IncidentProperties.entries)) expect(text).toContain(`| \`properties.${name}\` |`);
});

test('gives every property and every code a meaning', () => {
	const rows = text.split('\n').filter((line) => line.startsWith('| `'));
	expect(rows.length).toBeGreaterThan(250);
	const bare = rows.filter((row) => / \|\s*\|$/.test(row));
	const structural = /`(type|geometry\.type|geometry\.coordinates|geometry|properties|value)` \|/;
	expect(bare.filter((row) => !structural.test(row))).toEqual([]);
});

test('lists every code and every rule', () => {
	for (const code of [
		...Object.keys(KINDS),
		...Object.keys(ACLED_TYPES),
		...Object.keys(PLOVER),
		...Object.keys(ATTRIBUTIONS),
	]) {
		expect(text).toContain(`| \`${code}\` |`);
	}
	for (const { name } of CHECKS) expect(text).toContain(`| \`${name}\` |`);
});

test('every link within the page has its heading', () => {
	const headings = new Set(
		[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-')),
	);
	for (const [, anchor] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(headings).toContain(anchor);
});

test('works its examples out by the rules', () => {
	expect(text).toContain('Killed: low 91, best 91, high null. Without the denial: low 92, best 92, high null.');
	expect(text).toContain(
		'does not confirm it: `suspected`. Redland denies it: `denied`. Redland says it did it: `confirmed`.',
	);
	expect(text).toContain(
		'tells of a blast: `weak`. It names the police as its source: `weak`. A hospital says so too: `fair`. An official denies that it happened: `contested`.',
	);
	expect(text).toContain('from 2024-05-03 to 2024-05-09 with precision `week`');
});
