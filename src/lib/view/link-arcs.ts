import type { Day } from '../model/day.ts';
import type { Position } from '../model/fields.ts';
import type { LinkKind } from '../model/vocabulary.ts';
import type { IncidentTable } from './incident-table.ts';
import { linkEdges } from './link-edges.ts';
import type { RecordLink } from './links-to.ts';
import { type DayRange, isPresent } from './select.ts';

/** How sure a link is: somebody says it, says it with reserve, or only the editors infer it. */
export type LinkCertainty = 'asserted' | 'hedged' | 'inferred';

/** A link between two incidents that each have a point on the map, from the earlier to the one that came of it. */
export interface LinkArc {
	readonly id: string;
	/** Rows of the two. */
	readonly cause: number;
	readonly answer: number;
	readonly from: Position;
	readonly to: Position;
	/** First days of the two. */
	readonly starts: Day;
	readonly ends: Day;
	readonly kind: LinkKind;
	readonly certainty: LinkCertainty;
}

/** A link with as much of its arc as there is to see, from 0 to 1. */
export interface DrawnArc {
	readonly arc: LinkArc;
	readonly until: number;
}

/** Which links are drawn: those of one record, those among several, or all. */
export type WantedArcs = 'all' | { readonly of: string } | { readonly among: ReadonlySet<string> };

/** Every link that can be drawn as an arc. Between areas and unlocated incidents there is no line that would be true. */
export function linkArcs(table: IncidentTable): LinkArc[] {
	const linking = table.linking.map((row) => table.feature(row));
	return linkEdges(linking, (id) => table.rowOf.get(id) !== undefined).flatMap(({ cause, answer, link }) => {
		const [from, to] = [table.rowOf.get(cause)!, table.rowOf.get(answer)!];
		if (table.isPoint[from] !== 1 || table.isPoint[to] !== 1) return [];
		if (table.lng[from] === table.lng[to] && table.lat[from] === table.lat[to]) return [];
		return {
			id: `${cause}--${link.kind}--${answer}`,
			cause: from,
			answer: to,
			from: [table.lng[from]!, table.lat[from]!],
			to: [table.lng[to]!, table.lat[to]!],
			starts: table.startDay[from]!,
			ends: table.startDay[to]!,
			kind: link.kind,
			certainty: certaintyOf(link),
		};
	});
}

/** How sure a link is. */
export function certaintyOf({ basis, hedged }: Pick<RecordLink, 'basis' | 'hedged'>): LinkCertainty {
	if (basis === 'inferred') return 'inferred';
	return hedged ? 'hedged' : 'asserted';
}

/** What is on show, as far as links need to know. */
export interface ArcTime {
	readonly days: DayRange | null;
	/** One byte for each row: 1 passes the filters; `null` lets all pass. */
	readonly mask: Uint8Array | null;
	/** Whether the last day is a position in time, up to which arcs grow. */
	readonly isPlayed: boolean;
	/** Whether nothing may move by itself: an arc is there whole or not at all. */
	readonly isStill: boolean;
}

/**
 * The arcs on show. One is whole while both its ends are. With a position in time it grows from the day of the earlier
 * to the day of the answer, which is not on show before.
 */
export function drawnArcs(
	arcs: readonly LinkArc[],
	table: IncidentTable,
	wanted: WantedArcs,
	time: ArcTime,
): DrawnArc[] {
	return arcs.flatMap((arc) => {
		const until = isWanted(arc, table, wanted) ? shareOf(arc, table, time) : 0;
		return until > 0 ? { arc, until } : [];
	});
}

function isWanted({ cause, answer }: LinkArc, table: IncidentTable, wanted: WantedArcs): boolean {
	if (wanted === 'all') return true;
	const ids = [table.idOf(cause), table.idOf(answer)];
	return 'of' in wanted ? ids.includes(wanted.of) : ids.every((id) => wanted.among.has(id));
}

function shareOf(arc: LinkArc, table: IncidentTable, { days, mask, isPlayed, isStill }: ArcTime): number {
	const { cause, answer, starts, ends } = arc;
	if (!days || (mask && !(mask[cause] && mask[answer]))) return 0;
	const isOn = (row: number) => isPresent(table.startDay[row]!, table.endDay[row]!, days);
	if (!isOn(cause)) return 0;
	if (isOn(answer)) return 1;
	const [, position] = days;
	return isPlayed && !isStill && position < ends ? (position - starts) / (ends - starts) : 0;
}
