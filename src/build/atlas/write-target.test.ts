import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExportFile } from '../../lib/export/export-context.ts';
import { UsageError } from './command.ts';
import { checkTarget, targetFormat, writeTarget } from './write-target.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-target-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const streams = () => ({ input: new PassThrough(), output: new PassThrough(), notes: new PassThrough() });
const file = (name: string, ...chunks: (string | Uint8Array)[]): ExportFile => ({ name, mediaType: '', chunks });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('the format is the one named, else the one of the ending, else GeoJSON', () => {
	expect(targetFormat('a.CSV', undefined)).toBe('csv');
	expect(targetFormat('a.csv', 'acled')).toBe('acled');
	expect(targetFormat(undefined, undefined)).toBe('geojson');
	expect(targetFormat('-', undefined)).toBe('geojson');
	expect(targetFormat(folder, undefined)).toBe('geojson');
	expect(() => targetFormat('a.doc', undefined)).toThrow(UsageError);
	expect(() => targetFormat('a.csv', 'excel')).toThrow('it is none of');
});

test('bytes do not go to a terminal', () => {
	const terminal = { ...streams(), output: Object.assign(new PassThrough(), { isTTY: true }) };
	expect(() => checkTarget('-', 'xlsx', terminal)).toThrow(UsageError);
	expect(() => checkTarget('-', 'csv', terminal)).not.toThrow();
	expect(() => checkTarget('-', 'xlsx', streams())).not.toThrow();
});

test('one file goes to the path, others beside it; into a folder all go under their own names', async () => {
	const files = [file('x.csv', 'a,', 'b'), file('note.txt', 'words')];
	const out = join(folder, 'out.csv');
	expect(await writeTarget(files, out, streams())).toEqual([out, join(folder, 'out_note.txt')]);
	expect([read('out.csv'), read('out_note.txt')]).toEqual(['a,b', 'words']);
	await writeTarget(files, folder, streams());
	expect(readdirSync(folder).sort()).toEqual(['note.txt', 'out.csv', 'out_note.txt', 'x.csv']);
	await expect(writeTarget(files, '-', streams())).rejects.toThrow(UsageError);
});

test('what goes wrong midway leaves every file as it was', async () => {
	writeFileSync(join(folder, 'out.csv'), 'old');
	function* broken() {
		yield 'new';
		throw new Error('The source ends');
	}
	const files = [file('x.csv', 'new'), { ...file('y.csv'), chunks: broken() }];
	await expect(writeTarget(files, join(folder, 'out.csv'), streams())).rejects.toThrow('The source ends');
	expect(readdirSync(folder)).toEqual(['out.csv']);
	expect(read('out.csv')).toBe('old');
});
