import { expect, test } from 'vitest';
import { checkFooter, checkPages } from './check-parquet.ts';
import { ImportError } from '../format.ts';
import { readThrift } from './guarded-thrift.ts';
import { LIMITS } from '../limits.ts';

/** Fields of a struct of Thrift's compact protocol, by number: whole numbers, and structs inside. */
interface Fields {
	readonly [field: number]: number | Fields;
}

function varint(value: number): number[] {
	const bytes: number[] = [];
	for (let left = BigInt(value); ; left >>= 7n) {
		if (left < 0x80n) return [...bytes, Number(left)];
		bytes.push(Number(left & 0x7fn) | 0x80);
	}
}
const zigzag = (value: number) => varint(value >= 0 ? value * 2 : -value * 2 - 1);
function struct(fields: Fields): number[] {
	let last = 0;
	const bytes = Object.entries(fields).flatMap(([key, value]) => {
		const [field, delta] = [Number(key), Number(key) - last];
		last = field;
		const head = (type: number) => (delta > 15 ? [type, ...zigzag(field)] : [(delta << 4) | type]);
		return typeof value === 'number' ? [...head(6), ...zigzag(value)] : [...head(12), ...struct(value as Fields)];
	});
	return [...bytes, 0];
}

const PLAIN = { 1: 0, 2: 100, 3: 4, 5: { 1: 10 } };
const budget = () => ({ bytes: LIMITS.inflatedBytes as number, values: 60_000_000 });
/** Goes through a column of one page with this header and four bytes. */
function check(header: Fields, left = budget(), body = 4): void {
	const page = [...struct(header), ...Array.from({ length: body }, () => 0)];
	const bytes = Uint8Array.from([0, 0, 0, 0, ...page]);
	checkPages(bytes, { name: 'x', from: 4, bytes: page.length }, left);
}

test('an honest page is let through and counted', () => {
	const left = budget();
	check(PLAIN, left);
	expect(left).toEqual({ bytes: LIMITS.inflatedBytes - 100, values: 60_000_000 - 10 });
	check({ 1: 3, 2: 100, 3: 4, 8: { 1: 10, 2: 3, 3: 10, 5: 2, 6: 0 } });
	check({ 1: 2, 2: 100, 3: 4, 7: { 1: 10 } });
});

test.each<[Fields, string]>([
	[{ ...PLAIN, 5: { 1: 2 ** 31 } }, '2,147,483,648 values in a page of column "x"'],
	[{ ...PLAIN, 5: { 1: 30_000_000 } }, '30,000,000 values in a page'],
	[{ ...PLAIN, 5: { 1: -1 } }, 'values in a page'],
	[{ ...PLAIN, 2: 2 ** 31 }, 'Column "x" unpacks to more than 200 times'],
	[{ ...PLAIN, 2: -1 }, 'a page of'],
	[{ ...PLAIN, 3: 5 }, 'a page of 5 bytes'],
	[{ ...PLAIN, 3: -4 }, 'a page of -4 bytes'],
	[{ 1: 3, 2: 100, 3: 4, 8: { 1: 10, 2: -5, 3: 10, 5: 0, 6: 0 } }, 'a page of column'],
	[{ 1: 3, 2: 100, 3: 4, 8: { 1: 10, 2: 11, 3: 10, 5: 0, 6: 0 } }, 'a page of column'],
	[{ 1: 3, 2: 100, 3: 4, 8: { 1: 10, 2: 0, 3: 10, 5: 9, 6: 0 } }, 'a page of column'],
	[{ 1: 2, 2: 100, 3: 4, 7: { 1: 2 ** 40 } }, 'values in a page'],
])('a page that says %j is refused', (header, reason) => {
	expect(() => check(header)).toThrow(ImportError);
	expect(() => check(header)).toThrow(reason);
});

test('pages that add up to more than the limits are refused', () => {
	expect(() => check(PLAIN, { bytes: 99, values: 100 })).toThrow('unpacks to more than 1024 MB');
	expect(() => check(PLAIN, { bytes: 1000, values: 9 })).toThrow('10 values');
});

test('a column beyond the end of the file is refused', () => {
	const at = (from: number, bytes: number) => () =>
		checkPages(new Uint8Array(100), { name: 'x', from, bytes }, budget());
	for (const [from, bytes] of [
		[4, 97],
		[-4, 5],
		[2, 5],
		[4, -1],
		[NaN, 5],
		[4, 2 ** 60],
	] as const) {
		expect(at(from, bytes)).toThrow('column "x" beyond the end');
	}
});

test('numbers without end, lists longer than the file and structs too deep are refused', () => {
	const footer = (bytes: readonly number[]) => {
		const file = Buffer.concat([Buffer.from('PAR1'), Uint8Array.from(bytes), Buffer.alloc(4), Buffer.from('PAR1')]);
		file.writeUInt32LE(bytes.length, file.length - 8);
		return () => checkFooter(Uint8Array.from(file));
	};
	expect(footer(struct({ 1: 1, 3: 5 }))).not.toThrow();
	expect(footer([0x16, ...Array.from({ length: 200_000 }, () => 0xff)])).toThrow('a number of more than 10 bytes');
	expect(footer([0x19, 0xf6, ...varint(2 ** 31)])).toThrow('a list of 2147483648');
	expect(footer([0x18, ...varint(2 ** 40)])).toThrow('damaged');
	expect(footer(Array.from({ length: 100_000 }, () => 0x1c))).toThrow('nesting deeper than 64');
	expect(footer([0x16])).toThrow('damaged');
	expect(footer([0x1d])).toThrow('a value of type 13');
});

test('values come back by the numbers of their fields', () => {
	const bytes = Uint8Array.from([...struct({ 1: -3, 20: { 2: 2 ** 40 } }), 7]);
	const { struct: read, end } = readThrift(new DataView(bytes.buffer), 0);
	expect(end).toBe(bytes.length - 1);
	expect(read).toEqual(
		new Map<number, unknown>([
			[1, -3],
			[20, new Map([[2, 2 ** 40]])],
		]),
	);
});
