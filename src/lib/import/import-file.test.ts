import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { FoldRows } from './rows/fold-rows.ts';
import type { Format, ReadOptions } from './format.ts';
import { importFile } from './import-file.ts';
import type { ImportedRow } from './imported-row.ts';
import type { SourceFile } from './source-file.ts';

const source: SourceFile = {
	name: 'made-up.csv',
	size: 0,
	stream: () => new ReadableStream({ start: (controller) => controller.close() }),
	slice: () => Promise.resolve(new Uint8Array()),
};
const options = (signal = new AbortController().signal): ReadOptions => ({
	mapping: null,
	dateOrder: null,
	latitudeFirst: false,
	dateless: null,
	signal,
});
type Line = { readonly id: string; readonly note: string } | 'broken';

const format = (lines: readonly Line[]): Format => ({
	id: 'made-up',
	recognise: () => 1,
	survey: () => Promise.reject(new Error('not asked for')),
	async read(_, __, sink) {
		for (const [index, line] of lines.entries()) {
			const number = index + 2;
			if (line === 'broken') sink.reject({ number, column: 'note', value: '', reason: 'It is broken.' });
			else {
				const feature = incidentFixture(line.id, 19_000);
				await sink.accept({ feature, shape: null, sources: [], original: { ...line }, number });
			}
		}
	},
});
const run = async (lines: readonly Line[], signal?: AbortSignal) => {
	const rows: ImportedRow[] = [];
	const collector = { add: (row: ImportedRow) => void rows.push(row) };
	const report = await importFile(source, format(lines), options(signal), collector, () => undefined);
	return { rows, report };
};

test('rows that repeat one in every column are folded and counted; those that only share its id are numbered', async () => {
	const { rows, report } = await run([
		{ id: 'a', note: 'one' },
		{ id: 'a', note: 'one' },
		{ id: 'a', note: 'two' },
		'broken',
		{ id: 'b', note: 'one' },
	]);
	expect(rows.map((row) => row.feature.id)).toEqual(['a', 'a~2', 'b']);
	expect(report).toMatchObject({ read: 5, accepted: 3, folded: 1, renumbered: 1 });
	expect(report.rejected).toEqual([{ number: 5, column: 'note', value: '', reason: 'It is broken.' }]);
});

test('rows without columns of their own are the same only if they tell the same', () => {
	const fold = new FoldRows();
	const row = (id: string): ImportedRow => {
		return { feature: incidentFixture(id, 19_000), shape: null, sources: [], original: {}, number: 1 };
	};
	expect([row('a'), row('b'), row('a')].map((each) => fold.take(each) !== null)).toEqual([true, true, false]);
});

test('accepted, folded and rejected add up to the rows read, and every different row is there once', async () => {
	const line = fc.oneof(
		{ weight: 4, arbitrary: fc.record({ id: fc.constantFrom('a', 'b', 'c'), note: fc.constantFrom('x', 'y', 'z') }) },
		{ weight: 1, arbitrary: fc.constant('broken' as const) },
	);
	await fc.assert(
		fc.asyncProperty(fc.array(line), async (lines) => {
			const { rows, report } = await run(lines);
			expect(report.accepted + report.folded + report.rejected.length).toBe(lines.length);
			const different = new Set(lines.filter((each) => each !== 'broken').map((each) => JSON.stringify(each)));
			expect(new Set(rows.map((row) => JSON.stringify(row.original)))).toEqual(different);
			expect(new Set(rows.map((row) => row.feature.id)).size).toBe(rows.length);
		}),
	);
});

test('a cancelled import ends with the reason', async () => {
	const cancelled = new AbortController();
	cancelled.abort(new Error('The reader cancelled'));
	await expect(run([{ id: 'a', note: 'one' }], cancelled.signal)).rejects.toThrow('The reader cancelled');
});
