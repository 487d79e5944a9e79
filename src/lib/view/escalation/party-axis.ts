import type { Actor } from '../../model/actor.ts';
import { keysOf, type Side, SIDES } from '../../model/vocabulary.ts';
import type { IncidentTable } from '../incident-table.ts';
import type { ListColumn } from '../list-column.ts';
import { FAILS_PARTIES, type FilterFailures, UNNAMED } from '../select.ts';

/** Whether the matrix has a line for each actor, or for each side they stand on. */
export type Grouping = 'actors' | 'sides';

/** A row or a column of the matrix: who acted, or against whom. */
export interface Party {
	/** Unique within the axis: an actor's id, a side, `unnamed` or `rest`. */
	readonly key: string;
	readonly kind: 'actor' | 'side' | 'unnamed' | 'rest';
	/** What the filter takes to show this party alone; `null` where there are too many for it. */
	readonly ids: readonly string[] | null;
}

export interface PartyAxis {
	/** By side, within a side the more frequent first; who is not named comes last. */
	readonly parties: readonly Party[];
	/** Index of the party for each code of an actor; -1 for one without any incident. */
	readonly partyOf: Int32Array;
	/** Index of those not named; -1 where everybody is. */
	readonly unnamed: number;
}

/** More actors than this are grouped by side unless a reader wants otherwise. */
const MOST_SINGLE_ACTORS = 12;
/** The most lines for single actors; all further actors share one. */
const MOST_LINES = 16;
/** The most ids a link should carry for one side. */
const MOST_IDS = 60;

const SIDE_ORDER: readonly Side[] = keysOf(SIDES);

/** Whether a table has so many actors that it is clearer by side. */
export function suitedGrouping({ actorIds }: IncidentTable): Grouping {
	return actorIds.length > MOST_SINGLE_ACTORS ? 'sides' : 'actors';
}

/** The parties of one role that have an incident passing every filter but that of parties. One pass over all rows. */
export function partyAxis(
	table: IncidentTable,
	role: 'perpetrators' | 'targets',
	failures: FilterFailures,
	actors: ReadonlyMap<string, Actor>,
	grouping: Grouping,
): PartyAxis {
	const sideOf = (code: number): Side => actors.get(table.actorIds[code]!)?.side ?? 'other';
	const { counts, unnamed } = countByCode(table, table[role], failures);
	const present = [...counts.keys()].filter((code) => counts[code]! > 0);
	const parties: Party[] = [];
	const partyOf = new Int32Array(counts.length).fill(-1);
	const bySide = (a: number, b: number) => SIDE_ORDER.indexOf(sideOf(a)) - SIDE_ORDER.indexOf(sideOf(b));

	if (grouping === 'sides') {
		const inRole = idsInRole(table, table[role]);
		for (const side of SIDE_ORDER) {
			const members = present.filter((code) => sideOf(code) === side);
			if (members.length === 0) continue;
			for (const code of members) partyOf[code] = parties.length;
			const ids = inRole.filter((code) => sideOf(code) === side).map((code) => table.actorIds[code]!);
			parties.push({ key: side, kind: 'side', ids: ids.length > MOST_IDS ? null : ids });
		}
	} else {
		const frequent = present.sort((a, b) => counts[b]! - counts[a]!);
		const [single, rest] = [frequent.slice(0, MOST_LINES), frequent.slice(MOST_LINES)];
		for (const code of single.sort((a, b) => bySide(a, b) || counts[b]! - counts[a]!)) {
			const id = table.actorIds[code]!;
			partyOf[code] = parties.push({ key: id, kind: 'actor', ids: [id] }) - 1;
		}
		if (rest.length > 0) {
			for (const code of rest) partyOf[code] = parties.length;
			parties.push({ key: 'rest', kind: 'rest', ids: null });
		}
	}
	const last = unnamed > 0 ? parties.push({ key: UNNAMED, kind: 'unnamed', ids: [UNNAMED] }) - 1 : -1;
	return { parties, partyOf, unnamed: last };
}

/** The parties of one row, each once, written to the start of `found`; returns how many there are. */
export function partiesOfRow({ partyOf, unnamed }: PartyAxis, lists: ListColumn, row: number, found: number[]): number {
	let count = 0;
	const [from, to] = [lists.start[row]!, lists.start[row + 1]!];
	if (from === to) found[count++] = unnamed;
	for (let at = from; at < to; at++) {
		const party = partyOf[lists.codes[at]!]!;
		let isNew = true;
		for (let n = 0; n < count; n++) if (found[n] === party) isNew = false;
		if (isNew) found[count++] = party;
	}
	return count;
}

function countByCode(table: IncidentTable, { start, codes }: ListColumn, failures: FilterFailures) {
	const counts = new Int32Array(table.actorIds.length);
	let unnamed = 0;
	for (let row = 0; row < table.length; row++) {
		if ((failures[row]! & ~FAILS_PARTIES) !== 0) continue;
		const [from, to] = [start[row]!, start[row + 1]!];
		if (from === to) unnamed++;
		for (let at = from; at < to; at++) counts[codes[at]!]!++;
	}
	return { counts, unnamed };
}

function idsInRole(table: IncidentTable, { codes }: ListColumn): number[] {
	const held = new Uint8Array(table.actorIds.length);
	for (const code of codes) held[code] = 1;
	return [...held.keys()].filter((code) => held[code] === 1);
}
