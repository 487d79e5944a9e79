import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { baseName, readGeodata } from './read-geodata.ts';
import { testAtlas, testReport, writeTestburg } from './testburg.ts';

const RECORD = 'geodata/incidents/2024/2024-05-07-testburg-strike.json';
let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'testburg-'));
	writeTestburg(root, testAtlas());
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(root, file), text);

test('reads every file with its text', () => {
	const { data, issues } = readGeodata(root);
	expect(issues).toEqual([]);
	expect(data.records.map(({ file }) => file)).toEqual([RECORD]);
	expect([data.reports.length, data.actors.length, data.places.length, data.made.size]).toEqual([1, 1, 1, 8]);
	expect(data.records[0]!.text).toContain('\t"unit": "incident"');
});

test('collects what cannot be read and reads the rest', () => {
	write('geodata/reports/broken.json', '{"id": ');
	write(RECORD, '{"unit": "incident"}');
	const { data, issues } = readGeodata(root);
	expect(data.reports).toHaveLength(1);
	expect(data.records).toEqual([]);
	expect(issues.map(({ file }) => file)).toContain('geodata/reports/broken.json');
	expect(issues.filter(({ file }) => file === RECORD).length).toBeGreaterThan(5);
	expect([...data.unreadable].sort()).toEqual(['2024-05-07-testburg-strike', 'broken']);
});

test('refuses keys that reach for a prototype, at any depth', () => {
	const text = JSON.stringify(testReport({ id: 'hostile' })).replace(
		'"note":null',
		'"note":null,"__proto__":{"a":[{"constructor":1}]}',
	);
	write('geodata/reports/hostile.json', text);
	expect(readGeodata(root).issues.map(({ path, message }) => [path, message])).toEqual([
		['__proto__', 'the key "__proto__" is refused'],
		['__proto__.a[0].constructor', 'the key "constructor" is refused'],
	]);
});

test('passes over what stands under derived when told so', () => {
	const incident: Record<string, unknown> = { ...readGeodata(root).data.records[0]!.value };
	delete incident['derived'];
	write(RECORD, JSON.stringify(incident));
	expect(readGeodata(root).issues).toEqual([
		{ file: RECORD, path: 'derived', message: 'property "derived" is missing', fix: 'run `npm run fix`' },
	]);
	expect(readGeodata(root, { ignoreDerived: true }).issues).toEqual([]);
});

test('misses the file of actors', () => {
	rmSync(join(root, 'geodata/actors.json'));
	expect(readGeodata(root).issues).toEqual([
		expect.objectContaining({ file: 'geodata/actors.json', message: 'the file is missing' }),
	]);
});

test('a base name has neither folder nor extension', () => {
	expect(baseName('geodata/incidents/2024/a-b.json')).toBe('a-b');
});
