import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFiles } from './write-files.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('writes what differs and leaves the rest untouched', () => {
	expect(
		writeFiles(
			root,
			new Map([
				['a/b.txt', 'one'],
				['c.txt', 'two'],
			]),
		),
	).toEqual(['a/b.txt', 'c.txt']);
	const before = statSync(join(root, 'a/b.txt')).mtimeMs;
	expect(
		writeFiles(
			root,
			new Map([
				['a/b.txt', 'one'],
				['c.txt', 'three'],
			]),
		),
	).toEqual(['c.txt']);
	expect(statSync(join(root, 'a/b.txt')).mtimeMs).toBe(before);
	expect(readFileSync(join(root, 'c.txt'), 'utf8')).toBe('three');
});

test('leaves nothing beside the files', () => {
	writeFiles(root, new Map([['a.txt', 'one']]));
	expect(readdirSync(root)).toEqual(['a.txt']);
});
