import type { IncidentTable } from './incident-table.ts';
import type { DayRange, FilterFailures } from './select.ts';
import { type Fold, FOLD_PIXELS, lengthOf } from './timeline-scale.ts';

/** Stretches without an incident longer than this are folded. */
export const LONGEST_UNFOLDED_DAYS = 60;

/** Days that stay open on either side of an incident. */
const MARGIN_DAYS = 14;

/** Greatest share of the width that folds may take up. */
const MOST_FOLDED = 1 / 3;

/**
 * Stretches of `domain` to fold: longer than `LONGEST_UNFOLDED_DAYS`, and without any day on which an incident that
 * passes the filters may have happened. Where there are too many for the width, the longest. None without incidents.
 */
export function timelineFolds(table: IncidentTable, failures: FilterFailures, domain: DayRange, width: number): Fold[] {
	const gaps: Fold[] = [];
	let free = -Infinity;
	for (let row = 0; row < table.length; row++) {
		if (failures[row] !== 0) continue;
		addGap(gaps, free, table.startDay[row]! - 1, domain);
		free = Math.max(free, table.endDay[row]! + 1);
	}
	if (free === -Infinity) return [];
	addGap(gaps, free, Infinity, domain);
	const perDay = width / lengthOf(domain);
	return gaps
		.filter(({ from, to }) => (to - from + 1) * perDay > FOLD_PIXELS)
		.sort((a, b) => b.to - b.from - (a.to - a.from))
		.slice(0, Math.floor((width * MOST_FOLDED) / FOLD_PIXELS))
		.sort((a, b) => a.from - b.from);
}

/** Adds the days from `first` to `last` without incidents, if they are many; infinite ends have no incident beyond. */
function addGap(gaps: Fold[], first: number, last: number, domain: DayRange): void {
	const from = Math.max(domain[0], first);
	const to = Math.min(domain[1], last);
	if (to - from + 1 <= LONGEST_UNFOLDED_DAYS) return;
	gaps.push({ from: Math.max(domain[0], first + MARGIN_DAYS), to: Math.min(domain[1], last - MARGIN_DAYS) });
}
