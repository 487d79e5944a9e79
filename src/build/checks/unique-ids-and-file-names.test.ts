import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident, testPlace, testReport } from '../testburg.ts';
import { check } from './unique-ids-and-file-names.ts';

test('passes where every id is used once and named like its file', () => {
	expect(problemsOf(check, testAtlas())).toEqual([]);
});

test('finds two records with one id, and names the other file', () => {
	const atlas = testAtlas();
	const again = { ...atlas.records[0]!, file: 'geodata/incidents/2024/zz-copy.json' };
	const issues = problemsOf(check, { ...atlas, records: [...atlas.records, again] });
	expect(issues).toContainEqual({
		file: 'geodata/incidents/2024/zz-copy.json',
		path: 'id',
		message:
			'the id "2024-05-07-testburg-strike" is used already in geodata/incidents/2024/2024-05-07-testburg-strike.json',
		fix: 'give one of them another id',
	});
	expect(issues.map(({ message }) => message)).toContain(
		'"2024-05-07-testburg-strike" is not the name of the file, "zz-copy"',
	);
});

test('finds a report and a record that share an id', () => {
	const id = '2024-05-07-testburg-strike';
	expect(problemsOf(check, testAtlas({ reports: [testReport({ id })] }))).toHaveLength(1);
});

test('finds claims and places with one id', () => {
	const records = [testIncident({ claims: [testClaim(), testClaim()] })];
	const paths = problemsOf(check, testAtlas({ records, places: [testPlace(), testPlace()] })).map(({ path }) => path);
	expect(paths).toEqual(['features[1].id', 'claims[1].id']);
});

test('finds a record in the folder of another year', () => {
	const atlas = testAtlas();
	const [source] = atlas.records;
	const moved = { ...source!, file: source!.file.replace('/2024/', '/2023/') };
	expect(problemsOf(check, { ...atlas, records: [moved] })).toEqual([
		expect.objectContaining({ path: 'when.edtf', fix: 'move the file to geodata/incidents/2024/' }),
	]);
});
