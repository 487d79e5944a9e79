import { afterEach, expect, test, vi } from 'vitest';
import { archiveSource } from './basemap-protocol.ts';

const FILE = Uint8Array.from({ length: 100 }, (_, i) => i);

function serve(honoursRange: boolean) {
	const fetch = vi.fn((_: string, { headers }: { headers: { range: string } }) => {
		const [from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(headers.range)?.slice(1).map(Number) ?? [];
		return Promise.resolve(
			honoursRange ? new Response(FILE.slice(from, to + 1), { status: 206 }) : new Response(FILE, { status: 200 }),
		);
	});
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

async function read(source: ReturnType<typeof archiveSource>, offset: number, length: number) {
	return [...new Uint8Array((await source.getBytes(offset, length)).data)];
}

afterEach(() => vi.unstubAllGlobals());

test('only the asked bytes are fetched where the server knows ranges', async () => {
	const fetch = serve(true);
	const source = archiveSource('/atlas.pmtiles');
	expect(await read(source, 10, 3)).toEqual([10, 11, 12]);
	expect(await read(source, 50, 2)).toEqual([50, 51]);
	expect(fetch).toHaveBeenCalledTimes(2);
});

test('a server that sends the whole file is asked once', async () => {
	const fetch = serve(false);
	const source = archiveSource('/atlas.pmtiles');
	expect(await read(source, 10, 3)).toEqual([10, 11, 12]);
	expect(await read(source, 50, 2)).toEqual([50, 51]);
	expect(fetch).toHaveBeenCalledTimes(1);
});

test('an answer shorter than it says is read again past the cache, and told if it stays short', async () => {
	const answer = (bytes: number) =>
		new Response(FILE.slice(0, bytes), { status: 206, headers: { 'content-range': 'bytes 0-9/100' } });
	const fetch = vi.fn((_: string, { cache }: RequestInit) => Promise.resolve(answer(cache === 'reload' ? 10 : 0)));
	vi.stubGlobal('fetch', fetch);
	expect(await read(archiveSource('/atlas.pmtiles'), 0, 10)).toHaveLength(10);
	expect(fetch).toHaveBeenCalledTimes(2);
	vi.stubGlobal('fetch', () => Promise.resolve(answer(4)));
	await expect(archiveSource('/atlas.pmtiles').getBytes(0, 10)).rejects.toThrow('too few bytes of /atlas.pmtiles');
});

test('a missing file is an error that names it', async () => {
	vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
	await expect(archiveSource('/atlas.pmtiles').getBytes(0, 10)).rejects.toThrow('404 for /atlas.pmtiles');
});
