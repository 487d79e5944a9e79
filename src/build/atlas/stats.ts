import type { IncidentFeature } from '../../lib/model/feature.ts';
import { keysOf, type Kind, KINDS } from '../../lib/model/vocabulary.ts';

/** Lowest, best and highest of a toll added up; what is unknown adds nothing. `null` where no row gives a figure. */
interface TollSum {
	readonly low: number | null;
	readonly best: number | null;
	readonly high: number | null;
	/** Rows that give no figure at all, and rows that give a lowest and no highest. */
	readonly unknown: number;
	readonly openAbove: number;
}

/** What incidents add up to. */
export interface Stats {
	readonly rows: number;
	readonly byKind: Readonly<Partial<Record<Kind, number>>>;
	/** First and last day, ISO; `null` without rows. */
	readonly from: string | null;
	readonly to: string | null;
	readonly located: number;
	/** Of those located: no finer than a province. */
	readonly coarse: number;
	readonly killed: TollSum;
	readonly injured: TollSum;
}

const COARSE: ReadonlySet<string | null> = new Set(['province', 'region', 'country']);

/** Adds incidents up, one after the other. */
export class StatsTally {
	#rows = 0;
	readonly #kinds = new Map<Kind, number>();
	#from: string | null = null;
	#to: string | null = null;
	#located = 0;
	#coarse = 0;
	readonly #killed = new TollTally();
	readonly #injured = new TollTally();

	add({ geometry, properties: p }: Pick<IncidentFeature, 'geometry' | 'properties'>): void {
		this.#rows++;
		this.#kinds.set(p.kind, (this.#kinds.get(p.kind) ?? 0) + 1);
		if (this.#from === null || p.date_start < this.#from) this.#from = p.date_start;
		if (this.#to === null || p.date_end > this.#to) this.#to = p.date_end;
		if (geometry !== null) {
			this.#located++;
			if (COARSE.has(p.geo_precision)) this.#coarse++;
		}
		this.#killed.add(p.killed_low, p.killed_best, p.killed_high);
		this.#injured.add(p.injured_low, p.injured_best, p.injured_high);
	}

	/** The sums so far. */
	stats(): Stats {
		const kinds = keysOf(KINDS).filter((kind) => this.#kinds.has(kind));
		return {
			rows: this.#rows,
			byKind: Object.fromEntries(kinds.map((kind) => [kind, this.#kinds.get(kind)!])),
			from: this.#from,
			to: this.#to,
			located: this.#located,
			coarse: this.#coarse,
			killed: this.#killed.sum(),
			injured: this.#injured.sum(),
		};
	}
}

/** What a figure leaves out is taken from its neighbour: a best alone is its own lowest and highest. */
class TollTally {
	#known = 0;
	#low = 0;
	#best = 0;
	#high = 0;
	#unknown = 0;
	#openAbove = 0;

	add(low: number | null, best: number | null, high: number | null): void {
		if (low === null && best === null && high === null) {
			this.#unknown++;
			return;
		}
		this.#known++;
		if (high === null && low !== null) this.#openAbove++;
		this.#low += low ?? best ?? 0;
		this.#best += best ?? low ?? 0;
		this.#high += high ?? best ?? low ?? 0;
	}

	sum(): TollSum {
		const sums = { low: this.#low, best: this.#best, high: this.#high };
		const none = { low: null, best: null, high: null };
		return { ...(this.#known === 0 ? none : sums), unknown: this.#unknown, openAbove: this.#openAbove };
	}
}
