import type { Day } from '../model/day.ts';
import type { Claim } from '../model/claim.ts';
import { knownFrom } from '../model/reading.ts';
import type { AtlasData } from './atlas-data.ts';
import { allFeatures } from './all-features.ts';

/** The days on which something became known, ascending, and how much did. */
export interface KnownDays {
	readonly days: Int32Array;
	/** Claims that became known on each of them. */
	readonly claims: Int32Array;
}

/** Looks at every claim, so it is for who opens the control, not for every page. */
export function knownDays(data: Pick<AtlasData, 'table' | 'statements' | 'aggregates' | 'reports'>): KnownDays {
	const counts = new Map<Day, number>();
	for (const { properties } of allFeatures(data)) {
		for (const claim of properties.claims as readonly Claim[]) {
			const day = knownFrom(claim, data.reports);
			if (Number.isFinite(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
		}
	}
	const days = Int32Array.from(counts.keys()).sort();
	return { days, claims: days.map((day) => counts.get(day)!) };
}
