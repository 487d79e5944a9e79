import type { ColumnFacts } from './columnar-table.ts';
import { grown } from './grown.ts';
import type { IncidentColumns } from './incident-table.ts';

/** One typed array for each number of a row. */
export function numberColumns(length: number) {
	return {
		startDay: new Int32Array(length),
		endDay: new Int32Array(length),
		lng: new Float64Array(length),
		lat: new Float64Array(length),
		isPoint: new Uint8Array(length),
		kind: new Uint8Array(length),
		side: new Uint8Array(length),
		attribution: new Uint8Array(length),
		grading: new Uint8Array(length),
		outcome: new Uint8Array(length),
		place: new Uint32Array(length),
		symbolToll: new Uint32Array(length),
		killedLow: new Int32Array(length),
		killedBest: new Int32Array(length),
		killedHigh: new Int32Array(length),
		injuredLow: new Int32Array(length),
		injuredBest: new Int32Array(length),
		injuredHigh: new Int32Array(length),
	};
}

/** The numbers of rows, in typed arrays of the same length. */
export type NumberColumns = ReturnType<typeof numberColumns>;
const NUMBER_COLUMNS = Object.keys(numberColumns(0)) as (keyof NumberColumns)[];

/** Puts the rows of some columns into others, each where `rowOf` says. */
export function scatterColumns(
	from: Pick<IncidentColumns, keyof NumberColumns>,
	into: NumberColumns,
	rowOf: Uint32Array,
): void {
	for (const name of NUMBER_COLUMNS) {
		const [source, target] = [from[name], into[name]];
		for (let row = 0; row < source.length; row++) target[rowOf[row]!] = source[row]!;
	}
}

/** Columns of numbers that grow row by row. */
export class GrowingColumns {
	#columns = numberColumns(1024);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	add(facts: ColumnFacts, place: number): void {
		const row = this.#length++;
		if (row === this.#columns.startDay.length) {
			const longer = NUMBER_COLUMNS.map((name) => [name, grown(this.#columns[name], row * 2)]);
			this.#columns = Object.fromEntries(longer) as NumberColumns;
		}
		const columns = this.#columns;
		columns.startDay[row] = facts.start;
		columns.endDay[row] = facts.end;
		columns.lng[row] = facts.lng;
		columns.lat[row] = facts.lat;
		columns.isPoint[row] = facts.isPoint ? 1 : 0;
		columns.kind[row] = facts.kind;
		columns.side[row] = facts.side;
		columns.attribution[row] = facts.attribution;
		columns.grading[row] = facts.grading;
		columns.outcome[row] = facts.outcome;
		columns.place[row] = place;
		columns.symbolToll[row] = Math.max(0, facts.killed[1]);
		columns.killedLow[row] = facts.killed[0];
		columns.killedBest[row] = facts.killed[1];
		columns.killedHigh[row] = facts.killed[2];
		columns.injuredLow[row] = facts.injured[0];
		columns.injuredBest[row] = facts.injured[1];
		columns.injuredHigh[row] = facts.injured[2];
	}

	/** As they were added. */
	finish(): Pick<NumberColumns, 'startDay' | 'endDay'> {
		const { startDay, endDay } = this.#columns;
		return { startDay: startDay.subarray(0, this.#length), endDay: endDay.subarray(0, this.#length) };
	}

	/** In another order, which names the rows one after the other. Column by column, so that no two of all are held. */
	ordered(order: Uint32Array): NumberColumns {
		for (const name of NUMBER_COLUMNS) {
			const from = this.#columns[name];
			const into = new (from.constructor as new (length: number) => typeof from)(this.#length);
			for (let row = 0; row < into.length; row++) into[row] = from[order[row]!]!;
			this.#columns = { ...this.#columns, [name]: into };
		}
		return this.#columns;
	}
}
