import { expect, test } from 'vitest';
import { problemsOf, testAtlas } from '../testburg.ts';
import { check } from './layers-current.ts';

const FILE = 'geodata/layers/incidents.geojson';

test('passes for what the pipeline makes', () => {
	expect(problemsOf(check, testAtlas())).toEqual([]);
});

test('finds a layer that was changed by one byte', () => {
	const atlas = testAtlas();
	atlas.made.set(FILE, atlas.made.get(FILE)!.replace('46.95', '46.96'));
	expect(problemsOf(check, atlas)).toEqual([
		{ file: FILE, path: '', message: 'is not what the pipeline makes of the records', fix: 'run `npm run geodata`' },
	]);
});

test('finds a layer that is missing and a file that is no layer', () => {
	const atlas = testAtlas();
	atlas.made.delete(FILE);
	atlas.made.set('geodata/layers/extra.geojson', '{}');
	expect(problemsOf(check, atlas).map(({ message }) => message)).toEqual([
		'the file is missing',
		'no layer of this name is made',
	]);
});

test('finds a data dictionary that is not current', () => {
	const atlas = testAtlas();
	atlas.made.set('geodata/README.md', '# Old\n');
	expect(problemsOf(check, atlas).map(({ file }) => file)).toEqual(['geodata/README.md']);
});
