/** A correction as a feed tells it. */
export interface FeedItem {
	/** `urn:uuid:...`. */
	readonly urn: string;
	/** ISO date. */
	readonly date: string;
	/** What kind of change it is, as a code and in words. */
	readonly change: string;
	readonly changeName: string;
	readonly title: string;
	/** Plain text. */
	readonly text: string;
	/** Address of the record below the root of the site; `null` where it has none. */
	readonly path: string | null;
}

/** What a feed says of itself. */
export interface FeedHead {
	readonly title: string;
	readonly description: string;
	readonly author: string;
	readonly language: string;
	/** Absolute address of the root of the site, with a slash at its end; `null` where nobody told the build. */
	readonly site: string | null;
}

/** Older entries stay on the page of corrections. */
export const MOST_ITEMS = 200;

/** Noon in UTC: the same civil day from the date line in the west to New Zealand. */
export function noonOf(date: string): Date {
	return new Date(`${date}T12:00:00Z`);
}
