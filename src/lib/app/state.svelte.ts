import type { Feature, FeatureCollection } from 'geojson';
import { type Day, parseDay } from '../model/day.ts';
import type { AggregateFeature, StatementFeature } from '../model/feature.ts';
import type { Reading } from '../model/reading.ts';
import { type AtlasData, linkingRecords, recordLookup } from '../view/atlas-data.ts';
import { chainOf, storySpan } from '../view/chain.ts';
import { foldText } from '../view/fold-text.ts';
import { buildIncidentTable, type IncidentTable, withFigure } from '../view/incident-table.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import { linksTo } from '../view/links-to.ts';
import {
	advance,
	clockAt,
	daysOnShow,
	eventDaysOf,
	nextEventDay,
	type PlaybackClock,
	previousEventDay,
	SPEEDS,
} from '../view/playback.ts';
import {
	type DayRange,
	filterFailures,
	isPresent,
	keepTo,
	passMask,
	selectRows,
	shownDays,
	workingRange,
} from '../view/select.ts';
import { readData } from '../view/read-data.ts';
import { recordReading } from '../view/record-reading.ts';
import { stepDay, type StepUnit } from '../view/step-day.ts';
import { Tally } from '../view/tally.ts';
import { DEFAULT_VIEW, type Filters, type View } from '../view/view.ts';

const EMPTY: AtlasData = {
	table: buildIncidentTable([]),
	statements: [],
	aggregates: [],
	areas: { type: 'FeatureCollection', features: [] },
	routes: { type: 'FeatureCollection', features: [] },
	actors: new Map(),
	reports: new Map(),
};

/** Ours and imported layers laid into one. */
export interface LayeredData {
	readonly table: IncidentTable;
	readonly isOwnShown: boolean;
	/** How many of its rows are imported. */
	readonly importedRows: number;
}

/** The one state of the page: `view` and `loaded` are replaced whole, everything else follows from them. */
export class AtlasState {
	view: View = $state.raw(DEFAULT_VIEW);
	/** Everything loaded, with every claim. */
	loaded: AtlasData = $state.raw(EMPTY);
	/** Ours and imported layers as one table; `null` where only ours is on show. */
	layered: LayeredData | null = $state.raw(null);
	/** For each layer of the table how its symbols are coloured. */
	layerStyles: readonly LayerStyle[] = $state.raw([]);
	/** Lines, areas and discs of imported rows. */
	layerAreas: readonly Feature[] = $state.raw([]);
	playing = $state(false);
	/** What the step buttons step by. */
	stepUnit: StepUnit = $state('event');
	/** Id of the incident under the pointer or focus. */
	hovered: string | null = $state(null);

	readonly reading = $derived(this.view.reading);
	/** Ours, as the reader's reading of the claims has it; symbols by the best figure. */
	readonly own = $derived(this.#readOwn(this.loaded, this.reading));
	readonly isOwnShown = $derived(this.layered?.isOwnShown ?? true);
	readonly #figure = $derived(this.reading.figure);
	readonly #bestTable = $derived(this.layered?.table ?? this.own.table);
	/** Everything on show and off it, imported layers too. */
	readonly table = $derived(this.#figure === 'best' ? this.#bestTable : withFigure(this.#bestTable, this.#figure));
	/** The same with what else belongs to it. Imported rows have no claims, so that a reading leaves them as they are. */
	readonly data: AtlasData = $derived({ ...(this.isOwnShown ? this.own : withoutRows(this.own)), table: this.table });
	/** What the map draws as areas. */
	readonly areas: FeatureCollection = $derived(
		this.layerAreas.length === 0
			? this.data.areas
			: { type: 'FeatureCollection', features: [...this.data.areas.features, ...this.layerAreas] },
	);
	/** How many incidents there are, whatever the reading leaves. */
	readonly total = $derived((this.isOwnShown ? this.loaded.table.length : 0) + (this.layered?.importedRows ?? 0));
	/** First and last day of everything loaded, so that time stays in place whatever the reading leaves. */
	readonly extent = $derived(
		spanOf([this.isOwnShown ? this.loaded.table.extent : null, this.layered?.table.extent ?? null]),
	);
	readonly filters: Filters = $derived(this.view.filters);
	readonly #chainId = $derived(this.view.chain);
	/** The chain told as a story; `null` without one, and where the id is not known or has no links. */
	readonly chain = $derived.by(() => {
		const chain = this.#chainId === null ? null : chainOf(this.#chainId, this.data);
		return chain && chain.steps.length > 1 ? chain : null;
	});
	/** Ids of its records. */
	readonly chainIds = $derived(this.chain?.ids ?? null);
	readonly failures = $derived(keepTo(this.chainIds, filterFailures(this.table, this.filters), this.table));
	readonly mask = $derived(passMask(this.failures));
	/** What the range is where none is brushed: the time of the story, or of all data. */
	readonly #whole = $derived(this.chain && this.extent ? storySpan(this.chain, this.extent) : this.extent);
	/** The brushed range, or the whole. */
	readonly range = $derived(workingRange(this.view, this.#whole));
	/** The days on show. */
	readonly days = $derived(shownDays(this.view, this.#whole));
	readonly #tally = $derived(new Tally(this.table));
	/** What a time step needs to know of the rows on show, without listing them. */
	readonly counts = $derived(this.#tally.at(this.failures, this.days));
	/** The rows on show. Takes time in proportion to their number, so only for who lists or exports them. */
	readonly rows = $derived(selectRows(this.table, this.failures, this.days));
	/** Days on which an incident that passes the filters may first have happened, within the range. */
	readonly eventDays = $derived.by(() => {
		// Read once: to ask a derived value for every row would take longer than the rest.
		const { failures, range, table } = this;
		return range ? eventDaysOf(table.startDay, (row) => failures[row] === 0, range) : new Int32Array(0);
	});

	readonly statements = $derived(this.data.statements.filter((statement) => this.#isTold(statement)));
	readonly aggregates = $derived(this.data.aggregates.filter((aggregate) => this.#isTold(aggregate)));
	/** Every record by its id, as the reading has it. */
	readonly records = $derived(recordLookup(this.data));
	/** Every record by its id, with every claim; also those that the reading leaves out. */
	readonly allRecords = $derived(recordLookup(this.loaded));
	/** The record whose card is open, if the link's id is known; what the reading leaves out, with every claim. */
	readonly selectedRecord = $derived.by(() => {
		const { selected } = this.view;
		return selected === null ? null : (this.records.get(selected) ?? this.allRecords.get(selected) ?? null);
	});
	/** What the reading makes of that record. */
	readonly selectedReading = $derived.by(() => {
		const whole = this.selectedRecord && this.allRecords.get(this.selectedRecord.id);
		return whole ? recordReading(whole, this.records.get(whole.id), this.reading, this.loaded) : null;
	});
	readonly answers = $derived(this.selectedRecord ? linksTo(this.selectedRecord.id, linkingRecords(this.data)) : []);

	#clock: PlaybackClock | null = null;
	#lastRead: { readonly of: AtlasData; readonly by: Reading; readonly data: AtlasData } | null = null;

	/** The figure changes no row, so that with another one the table stays the same object. */
	#readOwn(loaded: AtlasData, reading: Reading): AtlasData {
		const by: Reading = { ...reading, figure: 'best' };
		const last = this.#lastRead;
		const { toldBy, sources, knownOn } = by;
		const isSame = last?.by.toldBy === toldBy && last.by.sources === sources && last.by.knownOn === knownOn;
		if (last === null || last.of !== loaded || !isSame) {
			this.#lastRead = { of: loaded, by, data: readData(loaded, by) };
		}
		return this.#lastRead!.data;
	}

	/** Replaces parts of the view. */
	patch(change: Partial<View>): void {
		this.view = { ...this.view, ...change };
	}

	/** Replaces parts of the filters. */
	filter(change: Partial<Filters>): void {
		this.patch({ filters: { ...this.view.filters, ...change } });
	}

	/** Replaces parts of the reading. */
	read(change: Partial<Reading>): void {
		this.patch({ reading: { ...this.view.reading, ...change } });
	}

	/** Starts playback where it stands, or from the start of the range if it stands at the end or nowhere. */
	play(): void {
		if (!this.range) return;
		const { position } = this.view;
		if (position === null || position >= this.range[1]) this.patch({ position: this.range[0] });
		this.#clock = null;
		this.playing = true;
	}

	pause(): void {
		this.playing = false;
	}

	/** Moves playback on by the time since the last frame. */
	tick(elapsedMs: number): void {
		const { range } = this;
		if (!this.playing || !range) return;
		const position = this.view.position ?? range[0];
		const { daysPerSecond, loop, skipIdle, mode } = this.view;
		const windowDays = daysOnShow(mode, this.view.windowDays);
		const run = { daysPerSecond, range, eventDays: this.eventDays, windowDays, loop, skipIdle };
		const clock = this.#clock?.position === position ? this.#clock : clockAt(position, run);
		this.#clock = advance(clock, elapsedMs, run);
		if (this.#clock.position !== position) this.patch({ position: this.#clock.position });
		if (this.#clock.position >= range[1] && !loop) this.playing = false;
	}

	/** Goes to a day within the range, or with `null` back to the whole range. */
	seek(position: Day | null): void {
		this.pause();
		const { range } = this;
		if (position === null || !range) return this.patch({ position: null });
		this.patch({ position: Math.min(Math.max(position, range[0]), range[1]) });
	}

	/** Narrows the view to a range of days, or with `null` widens it to all. The position stays inside. */
	setRange(range: View['range']): void {
		const { position } = this.view;
		const kept = range && position !== null ? Math.min(Math.max(position, range[0]), range[1]) : position;
		this.patch({ range, position: kept });
	}

	/** Steps on or back by the step unit, as far as the range. Without a position it begins at an end of the range. */
	step(direction: 1 | -1): void {
		const target = this.range && this.#stepTarget(this.range, direction);
		if (target !== null) this.seek(target);
	}

	#stepTarget(range: DayRange, direction: 1 | -1): Day | null {
		const { position } = this.view;
		if (this.stepUnit !== 'event') {
			return position === null ? range[direction === 1 ? 0 : 1] : stepDay(position, this.stepUnit, direction);
		}
		const from = position ?? (direction === 1 ? range[0] - 1 : range[1] + 1);
		return direction === 1 ? nextEventDay(from, this.eventDays) : previousEventDay(from, this.eventDays);
	}

	/** Plays faster or slower by one of the speeds on offer. */
	changeSpeed(direction: 1 | -1): void {
		const faster = SPEEDS.find((speed) => speed > this.view.daysPerSecond);
		const slower = SPEEDS.findLast((speed) => speed < this.view.daysPerSecond);
		const daysPerSecond = direction === 1 ? faster : slower;
		if (daysPerSecond !== undefined) this.patch({ daysPerSecond });
	}

	/** Whether something without a place on the map falls into the days on show and under the text searched for. */
	#isTold({ id, properties }: StatementFeature | AggregateFeature): boolean {
		if (this.chainIds && !this.chainIds.has(id)) return false;
		const [start, end] = [parseDay(properties.date_start)!, parseDay(properties.date_end)!];
		if (!this.days || !isPresent(start, end, this.days)) return false;
		const text = foldText(`${properties.title} ${properties.summary}`);
		return foldText(this.filters.text)
			.split(/\s+/u)
			.every((word) => text.includes(word));
	}

	/**
	 * Opens the card of a record, or closes it with `null`. In a story it goes to the record's step; what is not in the
	 * story ends it, and nothing is no step.
	 */
	select(id: string | null): void {
		if (this.chainIds && id === null) return;
		this.patch({ selected: id, ...(id !== null && this.chainIds && !this.chainIds.has(id) ? { chain: null } : {}) });
	}
}

/** What belongs to ours, with none of it on show. */
function withoutRows(data: AtlasData): AtlasData {
	const { table, statements, aggregates, areas, routes } = EMPTY;
	return { ...data, table, statements, aggregates, areas, routes };
}

/** From the first to the last day of some extents; `null` without any. */
function spanOf(extents: readonly (DayRange | null)[]): DayRange | null {
	const known = extents.filter((extent) => extent !== null);
	if (known.length === 0) return null;
	return [Math.min(...known.map(([first]) => first)), Math.max(...known.map(([, last]) => last))];
}
