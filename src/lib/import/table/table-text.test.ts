import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { ImportError } from '../format.ts';
import { FUZZ, FUZZ_MS } from '../fuzz-runs.ts';
import { readHead } from '../head.ts';
import { LIMITS } from '../limits.ts';
import { openTable } from './open-table.ts';
import { sourceFixture } from '../source-fixture.ts';
import { dialectOf } from './table-text.ts';

const { signal } = new AbortController();

async function read(content: string | Uint8Array, pieceBytes?: number) {
	const table = await openTable(sourceFixture(content, pieceBytes), signal);
	const rows: { cells: readonly string[]; line: number; fault?: string }[] = [];
	for await (const batch of table.rows) rows.push(...batch);
	return { columns: table.columns, rows };
}

function utf16(text: string, isLittle: boolean): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
	return bytes;
}

test.each([',', '\t', ';', '|'])('columns parted by %j', async (mark) => {
	const text = ['name,date,note', 'one,2024-02-18,a', 'two,2024-02-19,b'].join('\n').replaceAll(',', mark);
	const { columns, rows } = await read(text);
	expect(columns).toEqual(['name', 'date', 'note']);
	expect(rows).toEqual([
		{ cells: ['one', '2024-02-18', 'a'], line: 2 },
		{ cells: ['two', '2024-02-19', 'b'], line: 3 },
	]);
});

test('decimal commas do not part what semicolons part', () => {
	expect(dialectOf('lat;lng;note\n33,31;44,36;a, b, c\n33,32;44,37;d\n')?.delimiter).toBe(';');
});

test('the names decide where ragged rows would have it otherwise', () => {
	expect(dialectOf('name,date,place\n"!",""\n"|","| "\n"a|b"\n')?.delimiter).toBe(',');
});

test('a first line may name the separator', async () => {
	const { columns, rows } = await read('sep=;\r\na,1;b\r\nx;y\r\n');
	expect(columns).toEqual(['a,1', 'b']);
	expect(rows).toEqual([{ cells: ['x', 'y'], line: 3 }]);
});

test('quotation marks hold separators, line breaks and doubled marks; rows know the line they begin on', async () => {
	const text = 'name,note\r\na,"one\r\ntwo, ""three"""\r\n\r\nb,four\r\n,\r\nc,"five\nsix"';
	for (const pieceBytes of [1, 3, 7, 65_536]) {
		expect((await read(text, pieceBytes)).rows).toEqual([
			{ cells: ['a', 'one\r\ntwo, "three"'], line: 2 },
			{ cells: ['b', 'four'], line: 5 },
			{ cells: ['c', 'five\nsix'], line: 7 },
		]);
	}
});

test('old Macintosh line ends', async () => {
	expect((await read('a,b\r1x,2\r3x,4')).rows).toEqual([
		{ cells: ['1x', '2'], line: 2 },
		{ cells: ['3x', '4'], line: 3 },
	]);
});

test('a stray quotation mark in a file that does not quote is text', async () => {
	const { rows } = await read('place\tnote\tcode\nAl "Saad"\ta\tx\nBani\t"b\tx\nBani\tc\tx\n'.replace('"b', 'b"'));
	expect(rows.map(({ cells }) => cells.join('|'))).toEqual(['Al "Saad"|a|x', 'Bani|b"|x', 'Bani|c|x']);
});

test.each([
	['UTF-8', new TextEncoder().encode('name,note\nÉté,بغداد')],
	['UTF-8 with a mark', new TextEncoder().encode('\ufeffname,note\nÉté,بغداد')],
	['UTF-16 with a mark, little end first', utf16('\ufeffname,note\nÉté,بغداد', true)],
	['UTF-16 with a mark, big end first', utf16('\ufeffname,note\nÉté,بغداد', false)],
	['UTF-16 without a mark', utf16('name,note\nÉté,بغداد\n'.padEnd(400, 'x,y\n'), true)],
])('%s', async (_, bytes) => {
	for (const pieceBytes of [1, 5, 65_536]) {
		const { columns, rows } = await read(bytes, pieceBytes);
		expect(columns).toEqual(['name', 'note']);
		expect(rows[0]!.cells).toEqual(['Été', 'بغداد']);
	}
});

test('Windows-1252, also where the first such letter comes late', async () => {
	const latin = (text: string) => Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
	const late = `name,note\n${'plain,text\n'.repeat(20_000)}Été,5 €`;
	for (const text of ['name,note\nÉté,5 €', late]) {
		expect((await read(latin(text), 4096)).rows.at(-1)!.cells).toEqual(['Été', '5 €']);
	}
});

test('columns without a name, of the same name, and named like what objects inherit', async () => {
	const { columns } = await read('name,,name,__proto__,constructor\na,b,c,d,e');
	expect(columns).toEqual(['name', 'Column 2', 'name (2)', '__proto__', 'constructor']);
});

test('a table without a header keeps its first row', async () => {
	const { columns, rows } = await read('one,2024-02-18,33.3\ntwo,2024-02-19,33.4');
	expect(columns).toEqual(['Column 1', 'Column 2', 'Column 3']);
	expect(rows.map(({ line }) => line)).toEqual([1, 2]);
});

test('a quotation mark that is never closed is told of with its line', async () => {
	const { rows } = await read('a,b\nx,y\nz,"never closed\nq,r\n');
	expect(rows[0]).toEqual({ cells: ['x', 'y'], line: 2 });
	expect(rows[1]).toMatchObject({ line: 3, fault: expect.stringContaining('ends within a quotation mark') });
	const long = `a,b\nx,y\nz,"never closed\n${'q,r\n'.repeat(LIMITS.cellCharacters / 3)}`;
	await expect(read(long)).rejects.toThrow(
		/line 3 does not end: [\d,]+ characters were read of it, and a row may have 1,000,000/,
	);
});

test.each([
	['', 'not a table'],
	['one line of prose', 'not a table'],
	['{"type": "FeatureCollection"}', 'not a table'],
	['\u0000\u0001\u0002,\u0000', 'not a table'],
	[Array.from({ length: 1001 }, (_, index) => `c${index}`).join(','), '1,001 columns, and at most 1,000'],
])('a refused file %#', async (content, message) => {
	const error = await read(content).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(ImportError);
	expect((error as Error).message).toContain(message);
});

test('cancelling stops the reading with the reason', async () => {
	const cancelled = new AbortController();
	const table = await openTable(sourceFixture('a,b\n'.repeat(10_000), 5000), cancelled.signal);
	const reading = (async () => {
		for await (const batch of table.rows) if (batch.length > 0) cancelled.abort(new Error('The reader cancelled'));
	})();
	await expect(reading).rejects.toThrow('The reader cancelled');
});

test('the head of a file has its first cells where it is a table, and none where it is not', async () => {
	expect((await readHead(sourceFixture('a,b\n1,2'))).cells).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
	expect((await readHead(sourceFixture('{"a": 1,\n"b": 2}'))).cells).toEqual([]);
	expect((await readHead(sourceFixture('<kml>,\n</kml>,'))).cells).toEqual([]);
	expect((await readHead(sourceFixture(''))).cells).toEqual([]);
});

test(
	'what papaparse writes comes back, in pieces of any size',
	async () => {
		const cell = fc.oneof(
			fc.string({ maxLength: 8 }),
			fc
				.array(fc.constantFrom('"', ',', '\n', '\r\n', ';', '\t', ' ', 'a', 'ب', '𝕏'), { maxLength: 6 })
				.map((parts) => parts.join('')),
		);
		const table = fc
			.integer({ min: 2, max: 5 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
			);
		const arbitrary = fc.tuple(
			table,
			fc.constantFrom(',', ';', '\t', '|'),
			fc.boolean(),
			fc.constantFrom('\n', '\r\n'),
			fc.integer({ min: 1, max: 40 }),
		);
		await fc.assert(
			fc.asyncProperty(arbitrary, async ([data, delimiter, quotes, newline, pieceBytes]) => {
				const width = data[0]!.length;
				const header = Array.from({ length: width }, (_, index) => `name ${index}`);
				// The reader parts lines at the line feed alone, and takes NUL for the sign of a file that is no text.
				const clean = data.map((cells) => cells.map((text) => text.replaceAll('\u0000', '').replace(/\r$/, '')));
				const marked = clean.map((cells, index) => [`r${index}`, ...cells.slice(1)]);
				const text = Papa.unparse([header, ...marked], { delimiter, newline, quotes });
				const { columns, rows } = await read(text, pieceBytes);
				expect(columns).toEqual(header);
				expect(rows.map(({ cells }) => cells)).toEqual(marked);
			}),
			FUZZ,
		);
	},
	FUZZ_MS,
);

test(
	'no bytes throw anything but a refusal',
	async () => {
		const piece = fc.constantFrom(
			'"',
			',',
			'\n',
			'\r',
			'\t',
			';',
			'a',
			'1',
			'\u0000',
			'\ufeff',
			'é',
			'{',
			'sep=;\n',
			' ',
		);
		const text = fc.array(piece, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join('')));
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.uint8Array({ maxLength: 200 }), text),
				fc.integer({ min: 1, max: 20 }),
				async (bytes, pieceBytes) => {
					await readHead(sourceFixture(bytes));
					await read(bytes, pieceBytes).catch((error: unknown) => {
						if (!(error instanceof ImportError)) throw error;
					});
				},
			),
			FUZZ,
		);
	},
	FUZZ_MS,
);
