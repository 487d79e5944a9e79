import { crc32, deflateSync } from 'node:zlib';

/** Rings from the outside in: radius in pixels and colour, `[red, green, blue, alpha]`. */
interface Icon {
	name: string;
	size: number;
	rings: [radius: number, colour: [number, number, number, number]][];
}

const ICONS: readonly Icon[] = [
	{
		name: 'capital-dark',
		size: 14,
		rings: [
			[5.6, [17, 23, 31, 255]],
			[4.6, [232, 236, 241, 255]],
			[3.3, [17, 23, 31, 255]],
			[1.8, [232, 236, 241, 255]],
		],
	},
	{
		name: 'capital-light',
		size: 14,
		rings: [
			[5.6, [252, 252, 250, 255]],
			[4.6, [42, 48, 56, 255]],
			[3.3, [252, 252, 250, 255]],
			[1.8, [42, 48, 56, 255]],
		],
	},
	{
		name: 'city-dark',
		size: 8,
		rings: [
			[3, [17, 23, 31, 255]],
			[1.9, [168, 180, 193, 255]],
		],
	},
	{
		name: 'city-light',
		size: 8,
		rings: [
			[3, [252, 252, 250, 255]],
			[1.9, [92, 99, 109, 255]],
		],
	},
];

/** The town marks of both themes as a MapLibre sprite: its index and its image, at a pixel ratio of 1 or 2. */
export function sprite(pixelRatio: 1 | 2): { json: string; png: Uint8Array } {
	const width = ICONS.reduce((sum, { size }) => sum + size * pixelRatio, 0);
	const height = Math.max(...ICONS.map(({ size }) => size)) * pixelRatio;
	const pixels = new Uint8Array(width * height * 4);
	const index: Record<string, object> = {};
	let left = 0;
	for (const { name, size, rings } of ICONS) {
		const side = size * pixelRatio;
		for (let y = 0; y < side; y++) {
			for (let x = 0; x < side; x++) {
				const distance = Math.hypot(x + 0.5 - side / 2, y + 0.5 - side / 2);
				pixels.set(colourAt(distance, rings, pixelRatio), (y * width + left + x) * 4);
			}
		}
		index[name] = { x: left, y: 0, width: side, height: side, pixelRatio };
		left += side;
	}
	return { json: `${JSON.stringify(index)}\n`, png: png(width, height, pixels) };
}

/** Lays the discs over one another, each edge blended over one pixel. */
function colourAt(distance: number, rings: Icon['rings'], pixelRatio: number): number[] {
	let [red, green, blue, alpha] = [0, 0, 0, 0];
	for (const [radius, colour] of rings) {
		const cover = Math.min(1, Math.max(0, radius * pixelRatio - distance + 0.5)) * (colour[3] / 255);
		const total = cover + alpha * (1 - cover);
		if (total === 0) continue;
		const mix = (under: number, over: number) => (over * cover + under * alpha * (1 - cover)) / total;
		[red, green, blue, alpha] = [mix(red, colour[0]), mix(green, colour[1]), mix(blue, colour[2]), total];
	}
	return [red, green, blue, alpha * 255].map(Math.round);
}

function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// 8 bits a channel, red green blue alpha.
	header.set([8, 6, 0, 0, 0], 8);
	const rows = Buffer.alloc(height * (1 + width * 4));
	for (let y = 0; y < height; y++)
		rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (1 + width * 4) + 1);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
