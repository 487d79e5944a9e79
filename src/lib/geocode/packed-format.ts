/**
 * A packed gazetteer, deflated: a head, one line of JSON, behind it the streams in the order that it names them.
 *
 * Towns of GeoNames, in the order of their numbers there, are spread over a stream for each of their parts: numbers from
 * the one before, names a line each, codes into the head's lists (0: none), positions in hundred-thousandths of a degree
 * from the town before. Their other names are there as keys only, as no answer shows them: for each group how many keys a
 * town has in it, and these, a line each. A town's own name gives its first key. All other places stand as JSON.
 */
export interface PackedHead {
	readonly format: string;
	readonly towns: number;
	readonly countries: readonly string[];
	readonly admin1s: readonly string[];
	/** Kilometres. */
	readonly radii: readonly number[];
	/** Names and lengths in bytes. */
	readonly streams: readonly (readonly [string, number])[];
}

export const PACKED_FORMAT = 'Escalation Atlas gazetteer 1';
/** Parts of a degree that positions are given in. */
export const DEGREES = 1e5;

/** First the names in their own right, then those from a list, apart by script: like packs best with like. */
export const KEY_GROUPS = ['names', 'latin', 'cyrillic', 'arabic', 'eastern', 'other'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

/** Names of the two streams of a group. */
export function groupStreams(group: KeyGroup): readonly [counts: string, keys: string] {
	return [`${group}-counts`, `${group}-keys`];
}
