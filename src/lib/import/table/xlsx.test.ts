import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ImportError } from '../format.ts';
import { FUZZ, FUZZ_MS } from '../fuzz-runs.ts';
import { readHead } from '../head.ts';
import { LIMITS } from '../limits.ts';
import { openTable } from './open-table.ts';
import { sourceFixture } from '../source-fixture.ts';
import { textRows, type WorkbookFixture, workbookFixture } from './workbook-fixture.ts';
import { dateOfSerial, datePartsOf } from '../cells/xlsx-date.ts';

const { signal } = new AbortController();

async function readBytes(bytes: Uint8Array) {
	const table = await openTable(sourceFixture(bytes), signal);
	const rows: { cells: readonly string[]; line: number }[] = [];
	for await (const batch of table.rows) rows.push(...batch);
	return { columns: table.columns, rows };
}
const read = (fixture: WorkbookFixture) => readBytes(workbookFixture(fixture));
const HEADER =
	'<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>';
const values = async (cells: string, fixture: Partial<WorkbookFixture> = {}) =>
	(
		await read({ sheets: [`${HEADER}<row r="2"><c t="str"><v>x</v></c>${cells}</row>`], ...fixture })
	).rows[0]!.cells.slice(1);

test('cells of every type, as text', async () => {
	const cells =
		'<c t="s"><v>1</v></c><c t="str"><f>CONCATENATE(A1,B1)</f><v>by value</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>' +
		'<c><v>33.315199999999997</v></c><c><f>1+1</f><v>2</v></c><c t="d"><v>2024-02-18</v></c><c/><c t="inlineStr"><is><t>end</t></is></c>';
	const strings = ['<t>zero</t>', '<r><t>rich </t></r><r><t>text</t></r><rPh><t>phonetic</t></rPh>'];
	expect(await values(cells, { strings })).toEqual([
		'rich text',
		'by value',
		'true',
		'',
		'33.3152',
		'2',
		'2024-02-18',
		'',
		'end',
	]);
});

test('cells stand where their names say, and rows are known by theirs', async () => {
	const sheet = `${HEADER}<row r="7"><c r="AB7" t="str"><v>far</v></c></row><row r="9"><c t="str"><v> </v></c></row>`;
	const { rows } = await read({ sheets: [sheet] });
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatchObject({ line: 7 });
	expect(rows[0]!.cells.indexOf('far')).toBe(27);
});

test('the first sheet with anything in it, hidden ones last', async () => {
	const [empty, first, second] = [
		'',
		textRows([
			['a', 'b'],
			['1x', '2'],
		]),
		textRows([
			['c', 'd'],
			['3x', '4'],
		]),
	];
	expect((await read({ sheets: [empty, second, first] })).columns).toEqual(['c', 'd']);
	expect((await read({ sheets: [first, second], isHidden: true })).columns).toEqual(['c', 'd']);
	expect((await read({ sheets: [first, empty], isHidden: true })).columns).toEqual(['a', 'b']);
});

test('dates are as fine as their cells show them', async () => {
	const cells = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${style}"><v>45206.573</v></c>`).join('');
	const formats = [0, 14, 22, 17, 'yyyy', '[$-409]d\\-mmm\\-yyyy;@', '0.00'];
	expect(await values(cells, { formats })).toEqual([
		'45206.573',
		'2023-10-07 13:45:07',
		'2023-10-07 13:45:07',
		'2023-10',
		'2023',
		'2023-10-07 13:45:07',
		'45206.573',
	]);
	expect(await values('<c s="1"><v>43744</v></c>', { formats, is1904: true })).toEqual(['2023-10-07']);
	expect(await values('<c s="1"><v>45206</v></c>', { formats })).toEqual(['2023-10-07']);
});

test.each<[number, boolean, string | null]>([
	[1, false, '1900-01-01'],
	[59, false, '1900-02-28'],
	[60, false, null],
	[61, false, '1900-03-01'],
	[0, true, '1904-01-01'],
	[2_958_465, false, '9999-12-31'],
	[2_958_466, false, null],
	[-1, false, null],
	[NaN, false, null],
])('day number %d, counted from 1904: %s', (serial, is1904, day) => {
	expect(dateOfSerial(serial, 'day', is1904)).toBe(day);
});

test.each<[number, string | undefined, string | null]>([
	[0, undefined, null],
	[14, undefined, 'day'],
	[21, undefined, 'time'],
	[164, 'yyyy-mm-dd', 'day'],
	[164, 'dddd, mmmm dd, yyyy', 'day'],
	[164, 'mmm yyyy', 'month'],
	[164, 'h:mm:ss AM/PM', 'time'],
	[164, '[h]:mm', 'time'],
	[164, '#,##0.00', null],
	[164, '0" days"', null],
	[164, '[Red]0.0;[Blue]-0.0', null],
	[164, 'General', null],
	[164, '@', null],
	[164, '"d"0', null],
])('format %d %s shows a %s', (id, code, parts) => {
	expect(datePartsOf(id, code)).toBe(parts);
});

test('the head has the first cells', async () => {
	const bytes = workbookFixture({
		sheets: [
			textRows([
				['a', 'b'],
				['1x', '2'],
			]),
		],
	});
	expect((await readHead(sourceFixture(bytes))).cells).toEqual([
		['a', 'b'],
		['1x', '2'],
	]);
	expect((await readHead(sourceFixture(bytes.slice(0, 300)))).cells).toEqual([]);
});

const bomb = `${HEADER}<row><c t="inlineStr"><is><t>${' '.repeat(3_000_000)}</t></is></c></row>`;
test.each<[string, WorkbookFixture, string]>([
	[
		'a doctype',
		{ sheets: [], parts: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' } },
		'document type declaration',
	],
	['an unknown entity', { sheets: ['<row><c t="str"><v>&a;</v></c></row>'] }, 'not well-formed'],
	['broken XML', { sheets: ['<row></c>'] }, 'not well-formed'],
	['no sheet', { sheets: [] }, 'no workbook'],
	['a part that inflates too far', { sheets: [bomb] }, `more than ${LIMITS.inflationRatio} times`],
	['deep nesting', { sheets: ['<a>'.repeat(70) + '</a>'.repeat(70)] }, 'nested deeper than 64'],
	['a column far out', { sheets: ['<row r="1"><c r="XFD1"><v>1</v></c></row>'] }, 'column 16384, and at most 1000'],
])('%s is refused', async (_, fixture, message) => {
	const error = await read(fixture).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(ImportError);
	expect((error as Error).message).toContain(message);
});

test('a workbook above the size that is read whole is refused before it is', async () => {
	const source = { ...sourceFixture(workbookFixture({ sheets: [HEADER] })), size: LIMITS.wholeFileBytes + 1 };
	await expect(openTable(source, signal)).rejects.toThrow('The file has 513 MB; a spreadsheet is read up to 512 MB');
});

test('an encrypted archive, a damaged one and one packed in another way are refused', async () => {
	const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
	const entry = bytes.lastIndexOf(0x50, bytes.length - 23);
	const change = (offset: number, value: number) =>
		readBytes(Uint8Array.from(bytes, (byte, at) => (at === entry + offset ? value : byte)));
	await expect(change(8, 1)).rejects.toThrow('encrypted');
	await expect(change(10, 99)).rejects.toThrow('method 99');
	await expect(change(42, 77)).rejects.toThrow('damaged');
});

test('text of any cell comes back', async () => {
	const cell = fc
		.string({ unit: 'grapheme', maxLength: 10 })
		.map((text) => text.replace(/[^\P{C}\n\t]|\r|[\ufffe\uffff]/gu, ''));
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (data) => {
			const marked = data.map(([one, two], index) => [`r${index}`, one, `${two}.`]);
			const { rows } = await read({ sheets: [textRows([['a', 'b', 'c'], ...marked])] });
			expect(rows.map(({ cells }) => cells)).toEqual(marked);
		}),
		{ numRuns: 50 },
	);
});

test(
	'damaged workbooks throw nothing but a refusal',
	async () => {
		const sheet = `${HEADER}<row><c t="s"><v>0</v></c><c s="0"><v>45206</v></c></row>`;
		const whole = workbookFixture({ sheets: [sheet], strings: ['<t>x</t>'], formats: [14] });
		const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
		const xml = fc.array(
			fc.constantFrom('<row>', '</row>', '<c t="s">', '</c>', '<v>', '</v>', '9', '-1', '&lt;', '<!--', '-->', 'r="'),
			{ maxLength: 20 },
		);
		const attempt = async (bytes: Uint8Array) => {
			await readHead(sourceFixture(bytes));
			await readBytes(bytes).catch((error: unknown) => {
				if (!(error instanceof ImportError)) throw error;
			});
		};
		await fc.assert(
			fc.asyncProperty(damage, fc.nat(whole.length), xml, async (changes, length, parts) => {
				const bytes = whole.slice();
				for (const [at, value] of changes) bytes[at] = value;
				await attempt(bytes);
				await attempt(whole.slice(0, length));
				await attempt(workbookFixture({ sheets: [parts.join('')] }));
			}),
			FUZZ,
		);
	},
	FUZZ_MS,
);
