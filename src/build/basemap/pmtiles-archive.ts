import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface Tile {
	z: number;
	x: number;
	y: number;
	data: Uint8Array;
}

const HEADER_BYTES = 127;
/** Readers fetch the header and the root directory in one request of this size. */
const FIRST_REQUEST_BYTES = 16384;

/** What a PMTiles header calls the content of tiles, and whether they are packed once more. */
const CONTENT = {
	vector: { type: 1, compression: 2 },
	png: { type: 2, compression: 1 },
} as const;

/** Packs tiles into a PMTiles v3 archive, identical tiles once; the same tiles always give the same bytes. */
export function pmtilesArchive(tiles: readonly Tile[], content: keyof typeof CONTENT, metadata: object): Uint8Array {
	const { type, compression } = CONTENT[content];
	const sorted = tiles
		.map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
		.sort((a, b) => a.id - b.id);
	const entries: { id: number; run: number; offset: number; length: number }[] = [];
	const offsets = new Map<string, number>();
	const contents: Uint8Array[] = [];
	let end = 0;
	for (const { id, data } of sorted) {
		const packed = content === 'vector' ? gzip(data) : data;
		const hash = createHash('sha256').update(packed).digest('hex');
		const offset = offsets.get(hash) ?? end;
		if (offset === end) {
			offsets.set(hash, offset);
			contents.push(packed);
			end += packed.length;
		}
		const last = entries.at(-1);
		if (last && last.offset === offset && last.id + last.run === id) last.run += 1;
		else entries.push({ id, run: 1, offset, length: packed.length });
	}

	const directory = gzip(
		varints([
			entries.length,
			...entries.map((entry, i) => entry.id - (entries[i - 1]?.id ?? 0)),
			...entries.map((entry) => entry.run),
			...entries.map((entry) => entry.length),
			...entries.map((entry, i) => {
				const before = entries[i - 1];
				return before && before.offset + before.length === entry.offset ? 0 : entry.offset + 1;
			}),
		]),
	);
	if (HEADER_BYTES + directory.length > FIRST_REQUEST_BYTES) {
		throw new Error(
			`The root directory takes ${directory.length} bytes: too many tiles to do without leaf directories`,
		);
	}
	const json = gzip(new TextEncoder().encode(JSON.stringify(metadata)));

	const header = new DataView(new ArrayBuffer(HEADER_BYTES));
	new TextEncoder().encodeInto('PMTiles', new Uint8Array(header.buffer));
	header.setUint8(7, 3);
	const jsonStart = HEADER_BYTES + directory.length;
	const dataStart = jsonStart + json.length;
	const numbers = [
		...[HEADER_BYTES, directory.length, jsonStart, json.length, dataStart, 0, dataStart, end],
		...[sorted.length, entries.length, contents.length],
	];
	numbers.forEach((value, i) => header.setBigUint64(8 + 8 * i, BigInt(value), true));
	// Clustered, gzip for directories, then how tiles are packed and what they are, zoom range.
	[1, 2, compression, type, ...zoomRange(sorted)].forEach((value, i) => header.setUint8(96 + i, value));
	[-180, -85.0511287, 180, 85.0511287].forEach((degrees, i) => header.setInt32(102 + 4 * i, degrees * 1e7, true));
	return new Uint8Array(Buffer.concat([new Uint8Array(header.buffer), directory, json, ...contents]));
}

function zoomRange(tiles: readonly Tile[]): [number, number] {
	const zooms = tiles.map((tile) => tile.z);
	return [Math.min(...zooms), Math.max(...zooms)];
}

/** Gzip without the byte that names the operating system. */
function gzip(data: Uint8Array): Uint8Array {
	const packed = gzipSync(data, { level: 9 });
	packed[9] = 255;
	return packed;
}

function varints(values: readonly number[]): Uint8Array {
	const bytes: number[] = [];
	for (let value of values) {
		for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
		bytes.push(value);
	}
	return Uint8Array.from(bytes);
}
