import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { wkb } from '../../export/wkb.ts';
import { FUZZ, FUZZ_MS } from '../fuzz-runs.ts';
import { LIMITS } from '../limits.ts';
import { readWkb } from './read-wkb.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const [ONE, TWO, NAN] = ['000000000000f03f', '0000000000000040', '000000000000f87f'];
const read = (digits: string) => {
	const geometry = readWkb(hex(digits));
	return geometry !== null && 'reason' in geometry ? geometry.reason : geometry;
};
const POINT = { type: 'Point', coordinates: [1, 2] };

test('points in either order of bytes, with heights and measures, in the form of PostGIS', () => {
	expect(read(`01 01000000 ${ONE}${TWO}`)).toEqual(POINT);
	expect(read('00 00000001 3ff0000000000000 4000000000000000')).toEqual(POINT);
	expect(read(`01 e9030000 ${ONE}${TWO}${TWO}`)).toEqual(POINT);
	expect(read(`01 b90b0000 ${ONE}${TWO}${TWO}${TWO}`)).toEqual(POINT);
	expect(read(`01 010000a0 e6100000 ${ONE}${TWO}${TWO}`)).toEqual(POINT);
	expect(read(`01 01000040 ${ONE}${TWO}${TWO}`)).toEqual(POINT);
});

test('a point of no numbers is nowhere, a collection of nothing is empty', () => {
	expect(read(`01 01000000 ${NAN}${NAN}`)).toBe(null);
	expect(read('01 07000000 00000000')).toEqual({ type: 'GeometryCollection', geometries: [] });
});

test.each([
	['', 'more than there are bytes for'],
	['02 01000000', 'more than there are bytes for'],
	[`01 01000000 ${ONE}`, 'more than there are bytes for'],
	['01 02000000 ffffffff', 'more than there are bytes for'],
	['01 07000000 ffffff7f', 'more than there are bytes for'],
	['01 08000000', 'of type 8, which is not read'],
	['01 00000000', 'of type 0'],
	[`01 04000000 01000000 01 02000000 00000000`, 'holds something else'],
	[`${'01 07000000 01000000'.repeat(LIMITS.nesting + 1)} 01 01000000 ${ONE}${TWO}`, 'nested deeper than 64'],
])('%s is refused', (digits, reason) => {
	expect(read(digits)).toContain(reason);
});

const position = fc
	.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
	.map((each) => each.map((value) => value + 0));
const positions = fc.array(position, { maxLength: 4 });
const geometry: fc.Arbitrary<Geometry> = fc.letrec<{ any: Geometry; simple: Geometry }>((tie) => ({
	simple: fc.oneof(
		position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
		positions.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
		positions.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
		fc.array(positions, { maxLength: 3 }).map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
		fc.array(positions, { maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
		fc
			.array(fc.array(positions, { maxLength: 2 }), { maxLength: 2 })
			.map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
	),
	any: fc.oneof(
		{ maxDepth: 3 },
		tie('simple'),
		fc.array(tie('any'), { maxLength: 3 }).map((geometries) => ({ type: 'GeometryCollection' as const, geometries })),
	),
})).any;

test('what our writer writes is read back', () => {
	fc.assert(
		fc.property(geometry, (each) => {
			expect(readWkb(wkb(each))).toEqual(each);
		}),
		{ numRuns: 300, seed: 5 },
	);
});

test('no bytes make it throw', { timeout: FUZZ_MS }, () => {
	const head = fc.constantFrom('01', '00').chain((order) =>
		fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(3)).map(([type, count]) => {
			const number = (value: number) => {
				const bytes = Buffer.alloc(4);
				if (order === '01') bytes.writeUInt32LE(value);
				else bytes.writeUInt32BE(value);
				return bytes;
			};
			return Buffer.concat([Buffer.from(order, 'hex'), number(type), number(count)]);
		}),
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(head, fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }), (pieces) => {
			const answer = readWkb(Uint8Array.from(Buffer.concat(pieces)));
			expect(answer === null || 'reason' in answer || typeof answer.type === 'string').toBe(true);
		}),
		FUZZ,
	);
});
