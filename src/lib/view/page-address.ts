/** Kinds of pages that stand for one thing each. Records of every unit share one, so that recoding moves no address. */
export type PageKind = 'record' | 'report' | 'place' | 'actor';

/** Address of a page below the root of the site, for ever: `record/2024-07-30-musayib-strike/`. */
export function pageAddress(kind: PageKind, id: string): string {
	return `${kind}/${encodeURIComponent(id)}/`;
}

/** Address of the map with a record open, below the root of the site. */
export function mapAddress(selected: string): string {
	return `?selected=${encodeURIComponent(selected)}`;
}
