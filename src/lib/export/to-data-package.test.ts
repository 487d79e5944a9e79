import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { validateGeojson } from '../validate/validate-geojson.ts';
import { bytesOf, type ExportContext } from './export-context.ts';
import { contextFixture } from './export-fixture.ts';
import { toDataPackage } from './to-data-package.ts';

interface Resource {
	name: string;
	path: string;
	profile?: string;
	bytes: number;
	hash: string;
	schema?: { fields: { name: string; type: string; description: string }[]; primaryKey: string[] };
}
interface Descriptor {
	resources: Resource[];
	licenses: object[];
	sources: object[];
}

async function read(context: ExportContext) {
	const files = unzipSync(await bytesOf(toDataPackage(context)[0]!.chunks));
	const text = (path: string) => new TextDecoder().decode(files[path]);
	return { files, text, descriptor: JSON.parse(text('datapackage.json')) as Descriptor };
}

test('size and checksum of every resource are those of its file, and all stand in SHA256SUMS', async () => {
	const { files, text, descriptor } = await read(contextFixture);
	const sum = (path: string) => createHash('sha256').update(files[path]!).digest('hex');
	for (const { path, bytes, hash } of descriptor.resources) {
		expect([bytes, hash]).toEqual([files[path]!.length, `sha256:${sum(path)}`]);
	}
	const sums = text('SHA256SUMS').trim().split('\n');
	const paths = Object.keys(files).filter((path) => path !== 'SHA256SUMS');
	expect(sums).toEqual(paths.map((path) => `${sum(path)}  ${path}`));
});

test('each table has the columns its schema says, of the types it says', async () => {
	const { text, descriptor } = await read(contextFixture);
	const shapes: Record<string, RegExp> = {
		integer: /^-?\d*$/,
		number: /^(-?\d+(\.\d+)?)?$/,
		boolean: /^(true|false)?$/,
		date: /^(\d{4}-\d{2}-\d{2})?$/,
		string: /^/,
	};
	const tables = descriptor.resources.filter(({ profile }) => profile === 'tabular-data-resource');
	expect(tables.map(({ name }) => name)).toEqual([
		...['incidents', 'claims', 'statements', 'totals', 'links', 'reports', 'actors'],
	]);
	for (const { path, schema } of tables) {
		const { data, errors, meta } = Papa.parse<Record<string, string>>(text(path), {
			header: true,
			skipEmptyLines: true,
		});
		expect(errors).toEqual([]);
		expect(meta.fields).toEqual(schema!.fields.map(({ name }) => name));
		for (const row of data) {
			for (const { name, type, description } of schema!.fields) {
				expect(row[name], `${path} ${name}`).toMatch(shapes[type]!);
				expect(description).not.toBe('');
			}
		}
		const keys = data.map((row) => schema!.primaryKey.map((name) => row[name]).join('\n'));
		expect(new Set(keys).size).toBe(data.length);
	}
});

test('the maps in it are valid, and hold areas of what is on show only', async () => {
	const { files, text } = await read(contextFixture);
	expect(validateGeojson(files['records.geojson']!)).toEqual([]);
	expect((JSON.parse(text('areas.geojson')) as { features: object[] }).features).toHaveLength(1);
	const without = await read({ ...contextFixture, features: [] });
	expect((JSON.parse(without.text('areas.geojson')) as { features: object[] }).features).toEqual([]);
	expect(without.text('incidents.csv').trim().split('\n')).toHaveLength(1);
});

test('licence, citation and sources are in it, and no link but of the web', async () => {
	const { text, descriptor, files } = await read(contextFixture);
	expect(descriptor.licenses).toEqual([
		{ name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
	]);
	expect(descriptor.sources).toEqual([{ title: 'The Paper: A report on a strike' }]);
	expect(text('CITATION.cff')).toContain('date-released: "2024-08-01"');
	expect(text('README.md')).toContain('Cite as: Escalation Atlas. (2024, August 1).');
	expect(text('LICENCE.txt')).toContain('CC BY 4.0');
	expect(text('reports.csv')).not.toContain('javascript');
	expect(Object.keys(files)).toContain('datapackage.json');
});
