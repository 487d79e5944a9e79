import type { Claim } from '../model/claim.ts';
import { type Day, parseDay } from '../model/day.ts';
import { type AtlasData, linkingRecords, recordLookup } from './atlas-data.ts';
import { type LinkEdge, linkEdges } from './link-edges.ts';
import type { AnyFeature, RecordLink } from './links-to.ts';

/** A link by which a step is reached. */
export interface ChainLink extends RecordLink {
	/** Title of the record at the other end, whose id is `id`. */
	readonly title: string;
	/** Whether the other end names this step, as an attack names what met it; else this step names the other end. */
	readonly isBack: boolean;
	/** What is claimed in the sentence where the link stands: by this record, or else by the other. */
	readonly claims: readonly Claim[];
}

/** A record in its place within a chain. */
export interface ChainStep {
	readonly record: AnyFeature;
	readonly start: Day;
	readonly end: Day;
	/** From records before this one in the chain. The first step has none. */
	readonly links: readonly ChainLink[];
}

export interface Chain {
	/** Id of the record it is told from. */
	readonly id: string;
	readonly steps: readonly ChainStep[];
	/** Ids of the records of all steps. */
	readonly ids: ReadonlySet<string>;
}

/**
 * The chain that a record belongs to, told from that record: all it goes back to, through every link, then the record,
 * then all that goes back to it. Other answers to its forebears are left to chains of their own, or one war would hold
 * everything that was ever said of it. Parts of one salvo go together. An interception is what came of the attack it met,
 * though the attack carries the link.
 *
 * Steps are in order of time, first day, then last day, then id, and none stands before what it answers. Links that run
 * in a circle are broken where time breaks them. `null` where there is no record of the id.
 */
export function chainOf(id: string, data: AtlasData): Chain | null {
	const records = recordLookup(data);
	if (!records.get(id)) return null;
	const edges = linkEdges(linkingRecords(data), (other) => records.get(other) !== undefined);
	const members = membersOf(id, edges);
	const within = edges.filter(({ cause, answer }) => members.has(cause) && members.has(answer));
	const steps = [...members].map((member) => stepOf(records.get(member)!));
	const ordered = inOrder(steps, within);
	const place = new Map(ordered.map(({ record }, index) => [record.id, index]));
	return {
		id,
		ids: members,
		steps: ordered.map((step, index) => ({
			...step,
			links: within
				.filter(({ answer, cause }) => answer === step.record.id && place.get(cause)! < index)
				.sort((a, b) => place.get(b.cause)! - place.get(a.cause)!)
				.map(({ cause, link, isBack }) => {
					const other = records.get(cause)!;
					return {
						...link,
						id: cause,
						title: other.properties.title,
						isBack,
						claims: claimsAt(link, step.record, other),
					};
				}),
		})),
	};
}

/** Days before and after a story that is over within a few. */
const LEAST_MARGIN_DAYS = 3;

/** First and last day of a story, within those of the data; a few more where it is short. */
export function storySpan({ steps }: Chain, extent: readonly [Day, Day]): [Day, Day] {
	const start = Math.min(...steps.map((step) => step.start));
	const end = Math.max(...steps.map((step) => step.end));
	const margin = end - start < 2 * LEAST_MARGIN_DAYS ? LEAST_MARGIN_DAYS : 0;
	const within = (day: Day) => Math.min(Math.max(day, extent[0]), extent[1]);
	return [within(start - margin), within(end + margin)];
}

/** What a record goes back to and what goes back to it. */
function membersOf(id: string, edges: readonly LinkEdge[]): Set<string> {
	const causes = new Map<string, string[]>();
	const answers = new Map<string, string[]>();
	const add = (lists: Map<string, string[]>, from: string, to: string) =>
		lists.set(from, [...(lists.get(from) ?? []), to]);
	for (const { cause, answer, link } of edges) {
		add(causes, answer, cause);
		add(answers, cause, answer);
		if (link.kind !== 'same-salvo') continue;
		add(causes, cause, answer);
		add(answers, answer, cause);
	}
	return new Set([...reached(id, causes), ...reached(id, answers)]);
}

function reached(id: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
	const seen = new Set([id]);
	for (const member of seen) for (const other of next.get(member) ?? []) seen.add(other);
	return seen;
}

function stepOf(record: AnyFeature): ChainStep {
	const { date_start, date_end } = record.properties;
	return { record, start: parseDay(date_start)!, end: parseDay(date_end)!, links: [] };
}

/** By time, but each after all it answers; of a circle the earliest goes first. */
function inOrder(steps: readonly ChainStep[], edges: readonly LinkEdge[]): ChainStep[] {
	const waiting = [...steps].sort((a, b) => a.start - b.start || a.end - b.end || (a.record.id < b.record.id ? -1 : 1));
	const ordered: ChainStep[] = [];
	while (waiting.length > 0) {
		const left = new Set(waiting.map(({ record }) => record.id));
		const isFree = ({ record }: ChainStep) =>
			!edges.some(({ cause, answer }) => answer === record.id && left.has(cause));
		const index = Math.max(0, waiting.findIndex(isFree));
		ordered.push(...waiting.splice(index, 1));
	}
	return ordered;
}

function claimsAt(link: RecordLink, record: AnyFeature, other: AnyFeature): Claim[] {
	const at = ({ properties }: AnyFeature) =>
		properties.claims.filter(
			({ report, paragraph, sentence }) =>
				report === link.report && paragraph === link.paragraph && sentence === link.sentence,
		);
	const own = at(record);
	return own.length > 0 ? own : at(other);
}
