import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testIncident, testPlace, testReport } from '../testburg.ts';
import { check } from './no-personal-data.ts';

const messages = (summary: string) =>
	problemsOf(check, testAtlas({ records: [testIncident({ summary })] })).map(({ message }) => message);

test.each([
	['Write to anna.red@post.example about it.', 'an e-mail address'],
	['Posted by @annared there.', 'the name of an account'],
	['Call +41 31 555 12 34.', 'a telephone number'],
	['Call (031) 555 12 34.', 'a telephone number'],
	['A 12-year-old girl was hurt.', 'the age of a person'],
	['A man aged 34 was hurt.', 'the age of a person'],
	['It names Mrs Red.', 'someone addressed by title'],
	['It hit 12 Long Street.', 'an address'],
	['It hit Avenue 7.', 'an address'],
	['It hit 46.94809, 7.44744.', 'a pair of coordinates'],
])('finds what is personal: %s', (summary, what) => {
	const found = messages(summary);
	expect(found).toHaveLength(1);
	expect(found[0]).toContain(what);
});

test.each([
	'On 7 May 2024 at least 1,200 people, 34 to 40 of them children, were hurt.',
	'The 2-year siege of the 1990s began on 2024-05-07, 12 May by others.',
	'More than 501 operations since 2019; see paragraph 3.4, 5.1.',
	'US forces missed it. Mr. is no name.',
])('leaves figures and dates alone: %s', (summary) => {
	expect(messages(summary)).toEqual([]);
});

test('looks into reports, places and actors too', () => {
	expect(problemsOf(check, testAtlas({ reports: [testReport({ note: 'By anna@post.example' })] }))).toMatchObject([
		{ file: 'geodata/reports/testburg-post.json', path: 'note' },
	]);
	const place = testPlace();
	place.properties.source = 'Read at 46.94809, 7.44744';
	expect(problemsOf(check, testAtlas({ places: [place], records: [] }))).toMatchObject([
		{ path: 'features[0].properties.source' },
	]);
});
