import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { bytesOf, textOf } from './export-context.ts';
import { contextFixture, incidents, NASTY } from './export-fixture.ts';
import { joinList, splitList } from '../model/join-list.ts';
import { neutralCell, plainCell } from '../model/plain-cell.ts';
import { toClaimsCsv, toCsv } from './to-csv.ts';

type Row = Record<string, string>;

async function rowsOf(files: ReturnType<typeof toClaimsCsv>): Promise<Row[]> {
	const { data, errors } = Papa.parse<Row>(await textOf(files[0]!.chunks), { header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data;
}

test('incidents are rows, and what is unknown is empty', async () => {
	const rows = await rowsOf(await toCsv(contextFixture));
	expect(rows.map(({ id }) => id)).toEqual(incidents.map(({ id }) => id));
	expect(rows[0]).toMatchObject({
		perpetrators: 'redland;blue-militia',
		killed_low: '90',
		killed_high: '',
		killed: '90',
		claims: '2',
		responds_to: 'hostile-text',
	});
	expect(rows[1]).toMatchObject({ longitude: '', latitude: '', killed_low: '', killed: '', place_name: '' });
});

test('formulas are made harmless, also after white space, and negative longitudes stay numbers', async () => {
	const [, , row] = await rowsOf(await toCsv(contextFixture));
	expect(row).toMatchObject({
		title: `'${NASTY}`,
		summary: `' \t${NASTY}`,
		editor_note: "'-2+3",
		longitude: '-71.1234567',
		latitude: '-33.7654321',
	});
});

test.each(['=1+1', ' =1', '\u00a0@x', '\t', '\r\n+2', '-2+3', "'=1", '\u200b=1', '\u202e=1', '＝1', '--1', '+1 555'])(
	'%j is made harmless',
	(text) => expect(neutralCell(text)).toBe(`'${text}`),
);

test.each(['-71.05', '+3', '-1e-7', 'a=b', "'quoted'", '', '2024-01-01'])('%j stays as it is', (text) =>
	expect(neutralCell(text)).toBe(text),
);

test('cells and lists read back as they were', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(..."'=+-@ \t\r\n1.;\\a") }));
	fc.assert(
		fc.property(text, (cell) => {
			expect(plainCell(neutralCell(cell))).toBe(cell);
		}),
	);
	fc.assert(
		fc.property(fc.array(text.filter(Boolean)), (texts) => {
			expect(splitList(joinList(texts))).toEqual(texts);
		}),
	);
});

test('the file begins with a mark that says it is UTF-8, and ends each row as RFC 4180 has it', async () => {
	const bytes = await bytesOf((await toCsv(contextFixture))[0]!.chunks);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(new TextDecoder().decode(bytes)).toMatch(/^id,title,.*\r\n/);
});

test('claims of every record are rows of a table of their own', async () => {
	const rows = await rowsOf(toClaimsCsv(contextFixture));
	expect(rows.map(({ record, unit, claim }) => [record, unit, claim])).toEqual([
		['plain-strike', 'incident', 'c1'],
		['plain-strike', 'incident', 'c2'],
		['a-vow', 'statement', 'c1'],
		['a-total', 'aggregate', 'c1'],
	]);
	expect(rows[0]).toMatchObject({ killed_low: '90', killed_high: '', injured_high: '5', value: '', hedged: 'false' });
	expect(rows[1]).toMatchObject({ topic: 'perpetrator', value: 'redland;blue-militia', killed_low: '' });
});

test('columns of imported files follow ours under their own names', async () => {
	const originals = ({ id }: { id: string }) =>
		id === 'unlocated' ? null : { FATALITIES: '0', constructor: '=cmd', nested: { a: [1] }, lng: '-71.05' };
	const rows = await rowsOf(await toCsv({ ...contextFixture, originals }));
	expect(rows[0]).toMatchObject({
		original_FATALITIES: '0',
		original_constructor: "'=cmd",
		original_nested: '{"a":[1]}',
		original_lng: '-71.05',
	});
	expect(rows[1]).toMatchObject({ original_FATALITIES: '', original_constructor: '' });
	const without = await rowsOf(
		await toCsv({ ...contextFixture, originals: () => ({}), originalColumns: ['constructor', '__proto__'] }),
	);
	expect(without[0]!.original_constructor).toBe('');
	expect(without[0]!.original___proto__).toBe('');
});

test('nothing on show is a row of names', async () => {
	expect(await rowsOf(await toCsv({ ...contextFixture, features: [] }))).toEqual([]);
	expect(await textOf((await toCsv({ ...contextFixture, features: [] }))[0]!.chunks)).toContain('id,title');
});

test('whatever is exported reads back with its id, dates, coordinates and figures', async () => {
	const numbers = ['killed_low', 'killed_best', 'killed_high', 'injured_low', 'injured_best', 'injured_high'] as const;
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (features) => {
			const rows = await rowsOf(await toCsv({ ...contextFixture, features }));
			expect(rows).toHaveLength(features.length);
			features.forEach(({ id, geometry, properties: p }, index) => {
				const row = rows[index]!;
				expect([row.id, row.date_start, row.date_end, row.date_edtf]).toEqual([
					id,
					p.date_start,
					p.date_end,
					p.date_edtf,
				]);
				expect([Number(row.longitude), Number(row.latitude)]).toEqual(geometry!.coordinates);
				for (const name of numbers) expect(row[name] === '' ? null : Number(row[name])).toBe(p[name]);
			});
		}),
		{ numRuns: 40 },
	);
});
