import { PMTiles } from 'pmtiles';
import type { Source } from 'pmtiles';
import { expect, test } from 'vitest';
import { pmtilesArchive } from './pmtiles-archive.ts';
import type { Tile } from './pmtiles-archive.ts';

function inMemory(bytes: Uint8Array): Source {
	return {
		getKey: () => 'test',
		getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer as ArrayBuffer }),
	};
}

const text = (name: string) => new TextEncoder().encode(name);
const TILES: Tile[] = [
	{ z: 2, x: 3, y: 1, data: text('far') },
	{ z: 0, x: 0, y: 0, data: text('world') },
	{ z: 1, x: 0, y: 0, data: text('ocean') },
	{ z: 1, x: 0, y: 1, data: text('ocean') },
	{ z: 1, x: 1, y: 1, data: text('land') },
	{ z: 1, x: 1, y: 0, data: text('ocean') },
];

test('every tile written is read back by the pmtiles package', async () => {
	const archive = new PMTiles(inMemory(pmtilesArchive(TILES, 'vector', {})));
	for (const { z, x, y, data } of TILES) {
		const tile = await archive.getZxy(z, x, y);
		expect(new Uint8Array(tile?.data ?? new ArrayBuffer(0))).toEqual(data);
	}
});

test('a tile that was not written is missing, not empty', async () => {
	const archive = new PMTiles(inMemory(pmtilesArchive(TILES, 'vector', {})));
	expect(await archive.getZxy(2, 0, 0)).toBeUndefined();
});

test('equal tiles are stored once and the header counts them', async () => {
	const header = await new PMTiles(inMemory(pmtilesArchive(TILES, 'vector', {}))).getHeader();
	expect(header).toMatchObject({
		numAddressedTiles: 6,
		numTileContents: 4,
		minZoom: 0,
		maxZoom: 2,
		clustered: true,
		tileType: 1,
	});
});

test('the metadata is read back', async () => {
	const archive = new PMTiles(inMemory(pmtilesArchive(TILES, 'vector', { name: 'Test' })));
	expect(await archive.getMetadata()).toEqual({ name: 'Test' });
});

test('the order of the tiles does not change the bytes', () => {
	expect(pmtilesArchive([...TILES].reverse(), 'vector', {})).toEqual(pmtilesArchive(TILES, 'vector', {}));
});

test('pictures are stored as they are', async () => {
	const archive = new PMTiles(inMemory(pmtilesArchive(TILES, 'png', {})));
	expect(await archive.getHeader()).toMatchObject({ tileType: 2, tileCompression: 1 });
	const tile = await archive.getZxy(0, 0, 0);
	expect(new TextDecoder().decode(tile?.data)).toBe('world');
});

test('a directory beyond the first request is refused', () => {
	const noise = (i: number) => Math.floor(Math.abs(Math.sin(i) * 1e9)) % 2 ** 20;
	const many = Array.from({ length: 6000 }, (_, i): Tile => ({
		z: 20,
		x: noise(2 * i),
		y: noise(2 * i + 1),
		data: text('dot'),
	}));
	expect(() => pmtilesArchive(many, 'vector', {})).toThrow('leaf directories');
});
