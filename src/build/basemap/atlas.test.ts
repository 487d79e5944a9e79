import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FileSource, PMTiles, readVarint } from 'pmtiles';
import { expect, test } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(`../../../static/${name}`, import.meta.url));
const bytes = readFileSync(path('basemap/atlas.pmtiles'));
const archive = new PMTiles(new FileSource(new File([bytes], 'atlas.pmtiles')));

const relief = new PMTiles(new FileSource(new File([readFileSync(path('basemap/relief.pmtiles'))], 'relief.pmtiles')));

async function sizeOf(pictures: PMTiles, z: number, x: number, y: number): Promise<number> {
	return (await pictures.getZxy(z, x, y))?.data.byteLength ?? 0;
}

/** The layers of a vector tile, each with the strings its features carry. */
function readTile(tile: Uint8Array): Record<string, string[]> {
	const layers = [...fields(tile)].filter(({ field }) => field === 3).map(({ value }) => [...fields(value)]);
	const strings = (value: Uint8Array) =>
		[...fields(value)].filter(({ field }) => field === 1).map(({ value: inner }) => utf8(inner));
	return Object.fromEntries(
		layers.map((layer) => [
			layer.filter(({ field }) => field === 1).map(({ value }) => utf8(value))[0],
			layer.filter(({ field }) => field === 4).flatMap(({ value }) => strings(value)),
		]),
	);
}

function utf8(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** The fields of a protobuf message; numbers come without their value, which no test here asks for. */
function* fields(message: Uint8Array): Generator<{ field: number; value: Uint8Array }> {
	const position = { buf: message, pos: 0 };
	while (position.pos < message.length) {
		const tag = readVarint(position);
		const kind = tag & 7;
		const length = kind === 2 ? readVarint(position) : kind === 1 ? 8 : kind === 5 ? 4 : 0;
		if (kind === 0) readVarint(position);
		yield { field: tag >> 3, value: message.subarray(position.pos, position.pos + length) };
		position.pos += length;
	}
}

async function layersAt(z: number, x: number, y: number) {
	const tile = await archive.getZxy(z, x, y);
	return tile && readTile(new Uint8Array(tile.data));
}

test('the archive holds the world to zoom 5 and the region to zoom 7', async () => {
	expect(await archive.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 7 });
	expect(await layersAt(5, 0, 10)).toBeDefined();
	expect(await layersAt(7, 79, 51)).toBeDefined();
	expect(await layersAt(6, 32, 21)).toBeUndefined();
});

test('a tile over Iraq has every layer', async () => {
	const layers = (await layersAt(6, 39, 25)) ?? {};
	expect(Object.keys(layers).sort()).toEqual([
		...['border', 'city', 'country', 'land', 'natural', 'province', 'province-border', 'river', 'urban', 'water'],
	]);
	expect(layers['city']).toContain('Fallujah');
	expect(layers['province']).toContain('Anbar');
});

test('wards and districts filed as cities are left out', async () => {
	const names = (
		await Promise.all([38, 39, 40, 41].flatMap((x) => [24, 25, 26].map((y) => layersAt(6, x, y))))
	).flatMap((layers) => layers?.['city'] ?? []);
	expect(names).toContain('Kermanshah');
	expect(names).not.toContain('Kahrīz');
	expect(names.filter((name) => name.includes('Branch'))).toEqual([]);
});

test('the open ocean is a tile of its own, without land', async () => {
	expect(await layersAt(5, 4, 20)).toEqual({});
});

test('the region has its sites and lakes by name', async () => {
	expect((await layersAt(7, 79, 51))?.['site']).toContain('Baghdad International Airport');
	expect((await layersAt(6, 39, 25))?.['natural']).toContain('Lake Tharthar');
});

test('the relief covers the world and, finer, the region; its tiles are pictures', async () => {
	expect(await relief.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 6, tileType: 2 });
	const tile = await relief.getZxy(6, 39, 25);
	expect(new TextDecoder().decode(tile?.data.slice(1, 4))).toBe('PNG');
	expect(await relief.getZxy(6, 0, 25)).toBeUndefined();
});

test('what the opening view fetches is below the budget', async () => {
	// Zoom 4.5 on the Middle East, 1400 by 900 pixels: vector tiles of zoom 4, relief of zoom 5, and every label font but two scripts.
	let bytes = 0;
	for (let x = 8; x <= 11; x++) for (let y = 5; y <= 7; y++) bytes += await sizeOf(archive, 4, x, y);
	for (let x = 17; x <= 21; x++) for (let y = 11; y <= 14; y++) bytes += await sizeOf(relief, 5, x, y);
	for (const name of readdirSync(path('fonts'))) {
		if (/latin.*woff2$/.test(name)) bytes += statSync(path(`fonts/${name}`)).size;
	}
	expect(bytes).toBeLessThan(1.5e6);
});

test('the archive stays small enough to be fetched whole', () => {
	expect(bytes.length).toBeLessThan(4e6);
});

test.each(['sprite.json', 'sprite.png', 'sprite@2x.json', 'sprite@2x.png', 'LICENSES.md'])('%s is there', (name) => {
	expect(existsSync(path(`basemap/${name}`))).toBe(true);
});
