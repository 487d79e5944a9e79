import type { Day } from '../model/day.ts';
import type { Reading, ReadingContext } from '../model/reading.ts';
import { claimsSetAside, type SetAside } from './claim-standing.ts';
import type { AnyFeature } from './links-to.ts';

/** What a reading makes of one record. */
export interface RecordReading {
	readonly figure: Reading['figure'];
	readonly sources: number;
	readonly knownOn: Day | null;
	/** Whether by the reading there is no such record; then every claim is shown and none set aside. */
	readonly isLeftOut: boolean;
	/** Claims that are known but do not count, by id. */
	readonly setAside: ReadonlyMap<string, SetAside>;
	/** How many claims became known only later. */
	readonly later: number;
}

/** `whole` has every claim of the record; `read` is the record as the reading has it, or nothing. */
export function recordReading(
	whole: AnyFeature,
	read: AnyFeature | undefined,
	reading: Reading,
	context: ReadingContext,
): RecordReading {
	const { figure, sources, knownOn } = reading;
	const claims = read?.properties.claims ?? [];
	return {
		figure,
		sources,
		knownOn,
		isLeftOut: read === undefined,
		setAside: claimsSetAside(claims, reading, context),
		later: read === undefined ? 0 : whole.properties.claims.length - claims.length,
	};
}
