import { expect, test } from 'vitest';
import { formatIssues } from './issue.ts';

test('issues are grouped by file, with path, message and fix, and counted', () => {
	const issues = [
		{ file: 'b.json', path: 'when.edtf', message: '"x" is no date', fix: 'write one' },
		{ file: 'a.json', path: '', message: 'is not JSON' },
		{ file: 'b.json', path: 'title', message: 'is missing' },
	];
	expect(formatIssues(issues)).toBe(
		[
			'a.json',
			'  is not JSON',
			'b.json',
			'  when.edtf: "x" is no date',
			'    fix: write one',
			'  title: is missing',
			'3 problems',
		].join('\n'),
	);
	expect(formatIssues(issues.slice(0, 1))).toContain('\n1 problem');
});
