import type { IncidentSymbols } from '../view/incident-symbols.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import type { DayRange } from '../view/select.ts';
import type { DrawnRows } from './drawn-rows.ts';
import { HexCounts } from './hex-counts.ts';
import { HexGrid, hexLevel, type MercatorBounds } from './hex-grid.ts';

/** The hexagons that suit the zoom and the view, with how many rows on show each holds. */
export class Hexagons {
	readonly #table: IncidentTable;
	readonly #symbols: IncidentSymbols;
	readonly #drawn: DrawnRows;
	#states: Uint8Array;
	/** `null` before any were asked for. */
	counts: HexCounts | null = null;

	constructor(table: IncidentTable, symbols: IncidentSymbols, drawn: DrawnRows, states: Uint8Array) {
		this.#table = table;
		this.#symbols = symbols;
		this.#drawn = drawn;
		this.#states = states;
	}

	/** After a change of the filters. */
	setStates(states: Uint8Array): void {
		this.#states = states;
		this.counts?.reset(states);
	}

	/** Whether the hexagons reach beyond all that the map shows. */
	hold(shown: MercatorBounds): boolean {
		return this.counts !== null && this.counts.grid.holds(shown);
	}

	/** Counts what is present in the days. Returns whether the hexagons are others than before. */
	count(days: DayRange, zoom: number, shown: MercatorBounds): boolean {
		const level = hexLevel(zoom);
		const areOthers = this.counts?.grid.level !== level || !this.hold(shown);
		if (areOthers) {
			const grid = new HexGrid(this.#symbols, level, shown);
			this.counts = new HexCounts(this.#table, this.#drawn, this.#states, grid);
		}
		this.counts!.setDays(days);
		return areOthers;
	}

	/** The hexagon around a point in mercator units, if it holds any row on show. */
	at(x: number, y: number): { cell: number; count: number } | null {
		const cell = this.counts?.grid.cellAt(x, y) ?? -1;
		const count = this.counts?.counts[cell] ?? 0;
		return count > 0 ? { cell, count } : null;
	}
}
