import { AJAXError } from 'maplibre-gl';
import type { AddProtocolAction } from 'maplibre-gl';
import { PMTiles } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';

/**
 * Reads one PMTiles archive over HTTP by byte ranges. A server that ignores `Range` and sends the whole file is
 * taken at its word: the file is kept and all further reads come from memory.
 */
export function archiveSource(url: string): Source {
	let whole: ArrayBuffer | null = null;
	return {
		getKey: () => url,
		async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
			if (whole) return { data: whole.slice(offset, offset + length) };
			const read = async (cache: RequestCache) => {
				const response = await fetch(url, {
					headers: { range: `bytes=${offset}-${offset + length - 1}` },
					signal: signal ?? null,
					cache,
				});
				if (!response.ok) throw new Error(`The basemap could not be read: ${response.status} for ${url}`);
				const data = await response.arrayBuffer();
				return { data, isPart: response.status === 206, isShort: data.byteLength < promisedBytes(response) };
			};
			let answer = await read('default');
			// A browser's cache may hold nothing of a range whose first reader broke off, and still answer with it.
			if (answer.isShort) answer = await read('reload');
			const { data, isPart, isShort } = answer;
			if (isShort) throw new Error(`The basemap could not be read: too few bytes of ${url}`);
			if (isPart) return { data };
			whole = data;
			return { data: data.slice(offset, offset + length) };
		},
	};
}

/** How many bytes of a file a partial answer says it holds; 0 where it does not say. */
function promisedBytes({ headers }: Response): number {
	const [, from, to] = /^bytes (\d+)-(\d+)\//.exec(headers.get('content-range') ?? '') ?? [];
	return from === undefined || to === undefined ? 0 : Number(to) - Number(from) + 1;
}

/**
 * Handler for MapLibre's `addProtocol('pmtiles', ...)`. It differs from the one of the pmtiles package in that
 * a tile the archive lacks is drawn from the nearest tile above it, so that an archive may be deeper in some regions.
 */
export function pmtilesProtocol(): AddProtocolAction {
	const archives = new Map<string, PMTiles>();
	const archiveAt = (url: string) => {
		const archive = archives.get(url) ?? new PMTiles(archiveSource(url));
		archives.set(url, archive);
		return archive;
	};
	return async ({ url, type }, { signal }) => {
		if (type === 'json') {
			const { minZoom, maxZoom } = await archiveAt(url.replace(/^pmtiles:\/\//, '')).getHeader();
			return { data: { tiles: [`${url}/{z}/{x}/{y}`], minzoom: minZoom, maxzoom: maxZoom, sparse: true } };
		}
		const [, archiveUrl, z, x, y] = /^pmtiles:\/\/(.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
		if (archiveUrl === undefined) throw new Error(`Not a tile of a PMTiles archive: ${url}`);
		const tile = await archiveAt(archiveUrl).getZxy(Number(z), Number(x), Number(y), signal);
		if (!tile) throw new AJAXError(404, 'Not in the archive', url, new Blob());
		return { data: tile.data };
	};
}
