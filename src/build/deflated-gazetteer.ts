import { deflateRawSync } from 'node:zlib';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { packGazetteer } from '../lib/geocode/pack-gazetteer.ts';

/** The file that the browser loads when it is to look up places: packed well, since a plain server sends it as it is. */
export function deflatedGazetteer(rows: readonly GazetteerRow[]): Uint8Array<ArrayBuffer> {
	return new Uint8Array(deflateRawSync(packGazetteer(rows), { level: 9, memLevel: 9 }));
}
