import { Builder } from 'flatbuffers';
import { expect, test } from 'vitest';
import { BrokenBytes, FlatTable } from './guarded-flatbuffer.ts';

/** A table of a text, a list of numbers and a table of one number, with other bytes before and behind it. */
function built(): { bytes: Uint8Array; from: number; length: number } {
	const builder = new Builder();
	const text = builder.createString('text');
	builder.startVector(8, 3, 8);
	for (const value of [3, 2, 1]) builder.addFloat64(value);
	const numbers = builder.endVector();
	builder.startObject(1);
	builder.addFieldInt64(0, 2n ** 40n, 0n);
	const inner = builder.endObject();
	builder.startObject(6);
	builder.addFieldOffset(0, text, 0);
	builder.addFieldOffset(1, numbers, 0);
	builder.addFieldOffset(2, inner, 0);
	builder.addFieldInt8(3, 7, 0);
	builder.addFieldInt16(4, -5, 0);
	builder.finish(builder.endObject());
	const table = builder.asUint8Array();
	const bytes = new Uint8Array(table.length + 2048).fill(1);
	bytes.set(table, 1024);
	return { bytes, from: 1024, length: table.length };
}
function everything(table: FlatTable): unknown[] {
	const numbers = table.elements(1, 8);
	return [
		table.text(0),
		numbers && [0, 8, 16].map((at) => numbers.getFloat64(at, true)),
		table.table(2)?.long(0),
		table.byte(3),
		table.short(4),
		table.int(5, 9),
		table.int(50, 9),
		table.tables(5),
	];
}

test('fields are read by their numbers, missing ones as told', () => {
	const { bytes, from, length } = built();
	const table = FlatTable.root(new DataView(bytes.buffer, from, length));
	expect(everything(table)).toEqual(['text', [1, 2, 3], 2 ** 40, 7, -5, 9, 9, []]);
});

test('nothing is read from beyond the bytes given, though there are more', () => {
	const { bytes, from, length } = built();
	const whole = JSON.stringify(everything(FlatTable.root(new DataView(bytes.buffer, from, length))));
	for (let at = 0; at < length; at++) {
		for (const value of [0x20, 0x7f, 0x80, 0xff]) {
			const changed = bytes.slice();
			changed[from + at] = value;
			// The bytes around are of another kind each time, and must make no difference.
			const answers = [1, 9].map((around) => {
				changed.fill(around, 0, from).fill(around, from + length);
				try {
					return JSON.stringify(everything(FlatTable.root(new DataView(changed.buffer, from, length))));
				} catch (error) {
					expect(error instanceof BrokenBytes || error instanceof RangeError).toBe(true);
					return 'broken';
				}
			});
			expect(answers[0]).toBe(answers[1]);
		}
	}
	expect(whole).toContain('text');
});
