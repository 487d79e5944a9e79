import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexedPng } from './indexed-png.ts';

/** The chunks of a PNG by their type. */
function chunks(png: Uint8Array): Map<string, Buffer> {
	const file = Buffer.from(png);
	const found = new Map<string, Buffer>();
	for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
		found.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
	}
	return found;
}

/** Pixels as red, green, blue and alpha, by the rules of the PNG specification. */
function decode(png: Uint8Array, width: number, height: number): number[][] {
	const found = chunks(png);
	const rows = inflateSync(found.get('IDAT')!);
	const pixels: number[] = [];
	for (let y = 0; y < height; y++) {
		const filter = rows[y * (width + 1)];
		for (let x = 0; x < width; x++) {
			const [a, b] = [x > 0 ? pixels[y * width + x - 1]! : 0, y > 0 ? pixels[(y - 1) * width + x]! : 0];
			const c = x > 0 && y > 0 ? pixels[(y - 1) * width + x - 1]! : 0;
			const p = a + b - c;
			const nearest = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best));
			const guess = [0, a, b, Math.floor((a + b) / 2), nearest][filter ?? 0]!;
			pixels.push((rows[y * (width + 1) + 1 + x]! + guess) & 255);
		}
	}
	const [colours, alphas] = [found.get('PLTE')!, found.get('tRNS')!];
	return pixels.map((i) => [...colours.subarray(i * 3, i * 3 + 3), alphas[i]!]);
}

const PALETTE = Array.from({ length: 40 }, (_, i): [number, number, number, number] => [i, 2 * i, 3 * i, 255 - i]);
const PICTURES: Record<string, (x: number, y: number) => number> = {
	flat: () => 7,
	slope: (x, y) => Math.floor((x + 2 * y) / 3) % 40,
	columns: (x) => (x * 7) % 40,
	rows: (_, y) => (y * 11) % 40,
	noise: (x, y) => (x * 31 + y * 17 + x * y * 13) % 40,
};

test.each(Object.keys(PICTURES))('a picture of %s is read back', (name) => {
	const [width, height] = [23, 19];
	const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
		PICTURES[name]!(i % width, Math.floor(i / width)),
	);
	expect(decode(indexedPng(width, height, PALETTE, pixels), width, height)).toEqual([...pixels].map((i) => PALETTE[i]));
});

test('colours that are not used are left out', () => {
	expect(chunks(indexedPng(2, 1, PALETTE, Uint8Array.of(39, 5))).get('PLTE')).toHaveLength(6);
});
