import { addressOf, retiredIds } from '../../lib/model/correction.ts';
import type { PageAtlas } from './page-atlas.ts';

/** What stands at the address of a record that was renamed or removed. */
export type Retired =
	| { kind: 'renamed'; date: string; to: string; title: string; why: string }
	| {
			kind: 'removed';
			date: string;
			title: string;
			why: string;
			instead: { id: string; title: string } | null;
	  };

/** Every id a record ever had: those of today and those given up. */
export function recordIds({ features, corrections }: Pick<PageAtlas, 'features' | 'corrections'>): string[] {
	return [...new Set([...features.map(({ id }) => id), ...retiredIds(corrections).keys()])];
}

/** What became of the record of an id; `null` where it is there under that id. */
export function retiredPage(id: string, atlas: Pick<PageAtlas, 'featureById' | 'corrections'>): Retired | null {
	const { featureById, corrections } = atlas;
	if (featureById.has(id)) return null;
	const address = addressOf(id, corrections, (name) => featureById.has(name));
	if (address.kind === 'unknown') throw new Error(`There never was a record ${id}`);
	if (address.kind === 'record') {
		const { date, why } = corrections.findLast((entry) => entry.change === 'renamed' && entry.was_id === id)!;
		return { kind: 'renamed', date, why, to: address.id, title: featureById.get(address.id)!.properties.title };
	}
	const { date, title, why, instead } = address.removal;
	const living = instead === null ? undefined : addressOf(instead, corrections, (name) => featureById.has(name));
	const other = living?.kind === 'record' ? featureById.get(living.id)! : null;
	return { kind: 'removed', date, title, why, instead: other && { id: other.id, title: other.properties.title } };
}
