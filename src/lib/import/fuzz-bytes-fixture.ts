import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Format, ImportError } from './format.ts';
import { FUZZ, FUZZ_MS } from './fuzz-runs.ts';
import { readFixture } from './read-fixture.ts';

/** What is done to the bytes of a file: one put in the place of another, some taken out, repeated, or the end cut off. */
const change = fc.record({
	kind: fc.constantFrom('set', 'flip', 'remove', 'repeat', 'cut', 'insert'),
	at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
	value: fc.nat(255),
	length: fc.integer({ min: 1, max: 64 }),
});

function changed(
	bytes: Uint8Array,
	{ kind, at, value, length }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
	const from = Math.floor(at * bytes.length);
	const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
	switch (kind) {
		case 'set':
			return Uint8Array.from(bytes, (byte, index) => (index === from ? value : byte));
		case 'flip':
			return Uint8Array.from(bytes, (byte, index) => (index === from ? byte ^ (1 << (value & 7)) : byte));
		case 'remove':
			return Buffer.concat([before, after.subarray(length)]);
		case 'repeat':
			return Buffer.concat([before, after.subarray(0, length), after]);
		case 'insert':
			return Buffer.concat([before, Uint8Array.from({ length }, () => value), after]);
		default:
			return before;
	}
}

/** Damages files of a format in every way, and sees that reading them refuses or gives rows that hold. */
export function fuzzBytes(name: string, format: Format, seeds: readonly (string | Uint8Array)[]): void {
	const files = seeds.map((seed) => (typeof seed === 'string' ? new TextEncoder().encode(seed) : seed));
	test(
		`${name}: damaged files are refused in words, or read as rows that hold`,
		async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(...files),
					fc.array(change, { minLength: 1, maxLength: 6 }),
					fc.boolean(),
					async (file, changes, latitudeFirst) => {
						const bytes = changes.reduce(changed, file);
						await expectSound(format, bytes, latitudeFirst);
					},
				),
				FUZZ,
			);
		},
		FUZZ_MS,
	);
}

/** Reads bytes of any kind: nothing but an `ImportError` is thrown, no row has an impossible place, within seconds. */
async function expectSound(format: Format, bytes: Uint8Array, latitudeFirst = false): Promise<void> {
	const began = performance.now();
	const read = await readFixture(format, bytes, { latitudeFirst, dateless: '2024' }).catch((error: unknown) => {
		if (error instanceof ImportError) return null;
		throw error;
	});
	expect(performance.now() - began).toBeLessThan(5000);
	for (const { feature, shape } of read?.rows ?? []) {
		for (const geometry of [feature.geometry, shape]) {
			for (const [lng, lat] of positionsOf(geometry)) {
				expect(Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90).toBe(true);
			}
		}
	}
	for (const { reason } of read?.rejected ?? []) expect(reason).toMatch(/[.?]$/);
}

function positionsOf(geometry: unknown): number[][] {
	if (Array.isArray(geometry)) {
		return typeof geometry[0] === 'number' ? [geometry as number[]] : geometry.flatMap(positionsOf);
	}
	if (typeof geometry !== 'object' || geometry === null) return [];
	return Object.values(geometry).flatMap((value) => (typeof value === 'object' ? positionsOf(value) : []));
}
