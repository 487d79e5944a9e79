import { addressOf } from '../lib/model/correction.ts';
import type { Atlas } from './atlas.ts';

/** What to do about an id that names no record: it may have been renamed or removed. */
export function remedyForMissing(id: string, atlas: Atlas, otherwise: string): string {
	const corrections = atlas.corrections.flatMap(({ value }) => value.corrections);
	const address = addressOf(id, corrections, (other) => atlas.recordById.has(other));
	if (address.kind === 'record') return `it was renamed: write "${address.id}"`;
	if (address.kind === 'unknown') return otherwise;
	const { date, instead } = address.removal;
	return `it was removed on ${date}: ${instead === null ? 'remove this too' : `write "${instead}", or remove this too`}`;
}
