import { expect, test } from 'vitest';
import { problemsOf, testAtlas } from '../testburg.ts';
import { check } from './canonical-form.ts';

test('passes for canonical bytes', () => {
	expect(problemsOf(check, testAtlas())).toEqual([]);
});

test('finds other bytes, in each kind of file, and the first line that differs', () => {
	const atlas = testAtlas();
	for (const kind of ['reports', 'actors', 'records', 'places'] as const) {
		const [source] = atlas[kind];
		const changed = { ...source!, text: source!.text.replace('\n\t', '\n  ') };
		expect(problemsOf(check, { ...atlas, [kind]: [changed] })).toEqual([
			{ file: source!.file, path: '', message: 'is not in canonical form from line 2 on', fix: 'run `npm run fix`' },
		]);
	}
});

test('finds a missing line feed at the end', () => {
	const atlas = testAtlas();
	const [source] = atlas.reports;
	expect(problemsOf(check, { ...atlas, reports: [{ ...source!, text: source!.text.trimEnd() }] })).toHaveLength(1);
});
