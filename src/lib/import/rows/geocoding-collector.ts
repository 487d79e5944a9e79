import { openGazetteer } from '../../geocode/packed-gazetteer.ts';
import { GeocodeRows } from './geocode-rows.ts';
import type { RowCollector } from '../import-file.ts';

/** Looks up places in the gazetteer as it is sent to browsers, on the way to another collector. */
export function geocodingCollector(inner: RowCollector, deflatedGazetteer: Uint8Array): GeocodeRows {
	return new GeocodeRows(inner, openGazetteer(deflatedGazetteer));
}
