import type { Filters } from '../view.ts';
import type { Party } from './party-axis.ts';

type Parties = Pick<Filters, 'by' | 'against'>;

/** Whether all of a party are among the actors chosen. */
export function isChosen({ ids }: Party, chosen: readonly string[]): boolean {
	return ids !== null && ids.every((id) => chosen.includes(id));
}

/** Whether some of a party, but not all, are among the actors chosen. */
export function isPartlyChosen(party: Party, chosen: readonly string[]): boolean {
	return !isChosen(party, chosen) && (party.ids ?? []).some((id) => chosen.includes(id));
}

/** Whether exactly this pair is chosen, and nobody else. */
export function isPairChosen(by: Party, against: Party, chosen: Parties): boolean {
	const isAll = (party: Party, ids: readonly string[]) => isChosen(party, ids) && ids.length === party.ids?.length;
	return isAll(by, chosen.by) && isAll(against, chosen.against);
}

/** The filter upon a click on a cell: this pair alone, or everybody where it was chosen already. */
export function togglePair(by: Party, against: Party, chosen: Parties): Parties {
	if (by.ids === null || against.ids === null) return chosen;
	return isPairChosen(by, against, chosen) ? { by: [], against: [] } : { by: by.ids, against: against.ids };
}

/** The actors chosen upon a click on the head of a line: with this party, or without it where it was among them. */
export function toggleParty(party: Party, chosen: readonly string[]): readonly string[] {
	const { ids } = party;
	if (ids === null) return chosen;
	const others = chosen.filter((id) => !ids.includes(id));
	return isChosen(party, chosen) ? others : [...others, ...ids];
}
