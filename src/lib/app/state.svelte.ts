import { type Day, parseDay } from '../model/day.ts';
import type { AggregateFeature, StatementFeature } from '../model/feature.ts';
import { type AtlasData, linkingRecords, recordLookup } from '../view/atlas-data.ts';
import { foldText } from '../view/fold-text.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { linksTo } from '../view/links-to.ts';
import { advance, clockAt, eventDaysOf, nextEventDay, type PlaybackClock, previousEventDay } from '../view/playback.ts';
import { filterFailures, isPresent, passMask, selectRows, shownDays, workingRange } from '../view/select.ts';
import { Tally } from '../view/tally.ts';
import { DEFAULT_VIEW, type Filters, type View } from '../view/view.ts';

const EMPTY: AtlasData = {
	table: buildIncidentTable([]),
	statements: [],
	aggregates: [],
	areas: { type: 'FeatureCollection', features: [] },
	actors: new Map(),
	reports: new Map(),
};

/** The one state of the page: `view` and `data` are replaced whole, everything else follows from them. */
export class AtlasState {
	view: View = $state.raw(DEFAULT_VIEW);
	data: AtlasData = $state.raw(EMPTY);
	playing = $state(false);
	/** Id of the incident under the pointer or focus. */
	hovered: string | null = $state(null);

	readonly table = $derived(this.data.table);
	readonly filters: Filters = $derived(this.view.filters);
	readonly failures = $derived(filterFailures(this.table, this.filters));
	readonly mask = $derived(passMask(this.failures));
	/** The brushed range, or the extent of the data. */
	readonly range = $derived(workingRange(this.view, this.table.extent));
	/** The days on show. */
	readonly days = $derived(shownDays(this.view, this.table.extent));
	readonly #tally = $derived(new Tally(this.table));
	/** What a time step needs to know of the rows on show, without listing them. */
	readonly counts = $derived(this.#tally.at(this.failures, this.days));
	/** The rows on show. Takes time in proportion to their number, so only for who lists or exports them. */
	readonly rows = $derived(selectRows(this.table, this.failures, this.days));
	/** Days on which an incident that passes the filters may first have happened, within the range. */
	readonly eventDays = $derived(
		this.range ? eventDaysOf(this.table.startDay, (row) => this.failures[row] === 0, this.range) : new Int32Array(0),
	);

	readonly statements = $derived(this.data.statements.filter((statement) => this.#isTold(statement)));
	readonly aggregates = $derived(this.data.aggregates.filter((aggregate) => this.#isTold(aggregate)));
	/** Every record by its id. */
	readonly records = $derived(recordLookup(this.data));
	/** The record whose card is open, if the link's id is known. */
	readonly selectedRecord = $derived(
		this.view.selected === null ? null : (this.records.get(this.view.selected) ?? null),
	);
	readonly answers = $derived(this.selectedRecord ? linksTo(this.selectedRecord.id, linkingRecords(this.data)) : []);

	#clock: PlaybackClock | null = null;

	/** Replaces parts of the view. */
	patch(change: Partial<View>): void {
		this.view = { ...this.view, ...change };
	}

	/** Replaces parts of the filters. */
	filter(change: Partial<Filters>): void {
		this.patch({ filters: { ...this.view.filters, ...change } });
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
		const clock = this.#clock?.position === position ? this.#clock : clockAt(position, this.eventDays);
		this.#clock = advance(clock, elapsedMs, this.view.daysPerSecond, range, this.eventDays);
		if (this.#clock.position !== position) this.patch({ position: this.#clock.position });
		if (this.#clock.position >= range[1]) this.playing = false;
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

	/** Steps to the next or previous day with an event. Returns whether there was one. */
	step(direction: 1 | -1): boolean {
		const { range } = this;
		if (!range) return false;
		const from = this.view.position ?? (direction === 1 ? range[0] - 1 : range[1] + 1);
		const target = direction === 1 ? nextEventDay(from, this.eventDays) : previousEventDay(from, this.eventDays);
		if (target !== null) this.seek(target);
		return target !== null;
	}

	/** Whether something without a place on the map falls into the days on show and under the text searched for. */
	#isTold({ properties }: StatementFeature | AggregateFeature): boolean {
		const [start, end] = [parseDay(properties.date_start)!, parseDay(properties.date_end)!];
		if (!this.days || !isPresent(start, end, this.days)) return false;
		const text = foldText(`${properties.title} ${properties.summary}`);
		return foldText(this.filters.text)
			.split(/\s+/u)
			.every((word) => text.includes(word));
	}

	/** Opens the card of a record, or closes it with `null`. */
	select(id: string | null): void {
		this.patch({ selected: id });
	}
}
