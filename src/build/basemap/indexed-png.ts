import { crc32, deflateSync } from 'node:zlib';

type Colour = [red: number, green: number, blue: number, alpha: number];

/** A PNG with a palette of at most 256 colours, one byte of `pixels` each. */
export function indexedPng(width: number, height: number, palette: readonly Colour[], pixels: Uint8Array): Uint8Array {
	const used = [...new Set(pixels)].sort((a, b) => a - b);
	const place = new Uint8Array(256);
	used.forEach((index, i) => (place[index] = i));
	const colours = used.map((index) => palette[index] ?? [0, 0, 0, 0]);
	// 8 bits a pixel, of a palette.
	return pngFile(
		width,
		height,
		[8, 3],
		filtered(
			width,
			height,
			pixels.map((index) => place[index] ?? 0),
		),
		[
			['PLTE', Uint8Array.from(colours.flatMap(([red, green, blue]) => [red, green, blue]))],
			['tRNS', Uint8Array.from(colours.map(([, , , alpha]) => alpha))],
		],
	);
}

/** A PNG of red, green, blue and alpha, a byte each. */
export function colourPng(width: number, height: number, pixels: Uint8Array): Uint8Array {
	const rows = Buffer.alloc(height * (1 + width * 4));
	for (let y = 0; y < height; y++)
		rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (1 + width * 4) + 1);
	return pngFile(width, height, [8, 6], rows, []);
}

/** Rows, each filtered by whichever of PNG's five ways leaves the least: as is, against left, above, their mean, or Paeth. */
function filtered(width: number, height: number, pixels: Uint8Array): Uint8Array {
	const rows = new Uint8Array(height * (1 + width));
	const tries = FILTERS.map(() => new Uint8Array(width));
	for (let y = 0; y < height; y++) {
		let best = 0;
		let least = Infinity;
		for (const [filter, guess] of FILTERS.entries()) {
			const line = tries[filter]!;
			let sum = 0;
			for (let x = 0; x < width; x++) {
				const i = y * width + x;
				const left = x > 0 ? (pixels[i - 1] ?? 0) : 0;
				const above = y > 0 ? (pixels[i - width] ?? 0) : 0;
				const corner = x > 0 && y > 0 ? (pixels[i - width - 1] ?? 0) : 0;
				const value = ((pixels[i] ?? 0) - guess(left, above, corner)) & 255;
				line[x] = value;
				// Unfiltered bytes are large but may repeat: what counts is how often they change.
				sum += filter === 0 ? (pixels[i] === left ? 0 : 3) : Math.min(value, 256 - value);
			}
			if (sum < least) [best, least] = [filter, sum];
		}
		rows[y * (1 + width)] = best;
		rows.set(tries[best]!, y * (1 + width) + 1);
	}
	return rows;
}

const FILTERS: readonly ((left: number, above: number, corner: number) => number)[] = [
	() => 0,
	(left) => left,
	(_, above) => above,
	(left, above) => (left + above) >> 1,
	(left, above, corner) => {
		const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
		const toCorner = Math.abs(left + above - 2 * corner);
		return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
	},
];

function pngFile(
	width: number,
	height: number,
	kind: [bits: number, type: number],
	rows: Uint8Array,
	extras: [string, Uint8Array][],
): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set(kind, 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		...extras.map(([type, data]) => chunk(type, data)),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', new Uint8Array(0)),
	]);
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
