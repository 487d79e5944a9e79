import { flushSync } from 'svelte';
import { type ColumnarIncidents, columnarTable } from '../../../lib/view/columnar-table.ts';
import { binEdges, histogram } from '../../../lib/view/histogram.ts';
import type { IncidentTable } from '../../../lib/view/incident-table.ts';
import type { Filters } from '../../../lib/view/view.ts';
import { NO_FILTERS } from '../../../lib/view/view.ts';
import type { Approach } from './approach.ts';
import { Atlas } from './atlas.ts';
import { CAMERA } from './camera.ts';
import { Deck } from './deck.ts';
import { Empty } from './empty.ts';
import { Geojson } from './geojson.ts';
import { finishDrawing, installProbe, nextIdle, nextRender, probe } from './map-probe.ts';
import { pickPlaces } from './pick-places.ts';
import { FIRST_DAY, LAST_DAY } from './synthetic.ts';
import SyntheticWorker from './synthetic-worker.ts?worker';

export type ApproachName = 'page' | 'atlas' | 'symbols' | 'deck' | 'geojson' | 'empty';
export type Mode = 'window' | 'cumulative';

/** What the runner can ask of this page. Times in milliseconds. */
export interface Bench {
	open(approach: ApproachName, length: number): Promise<void>;
	/** From rows in memory to the first frame drawn with them. */
	load(): Promise<number>;
	/** Script and time until drawn, of each of `count` steps of a day. */
	steps(mode: Mode, count: number): Promise<{ script: number[]; settle: number[] }>;
	/** Half where incidents on show are, half where none is near. */
	picks(mode: Mode, count: number): Promise<{ dense: number[]; empty: number[] }>;
	/** The longest script of each of some jumps to another zoom, in the jump or in the frame drawn with it. */
	zooms(): Promise<number[]>;
	/** Changes of filters, each to the frame drawn with it, and the histogram and counts alone. */
	filters(mode: Mode): Promise<{ toFrame: Record<string, number[]>; counting: number[] }>;
	counts(mode: Mode, count: number): number[];
	/** Plays for a while; script tasks over 50 ms, all gaps over 50 ms between frames, and frames. */
	play(mode: Mode, forMs: number): Promise<{ longTasks: number[]; gaps: number; frames: number; days: number }>;
}

const WINDOW_DAYS = 30;
const MIDDLE = Math.round(FIRST_DAY + (LAST_DAY - FIRST_DAY) * 0.49);

let approach: Approach;
let table: IncidentTable;
let day = MIDDLE;

const bench: Bench = {
	async open(name, length) {
		installProbe();
		table = columnarTable(await synthetic(length));
		const made = make(name);
		approach = made;
		await made.open();
	},
	async load() {
		const started = performance.now();
		await approach.load();
		return performance.now() - started;
	},
	async steps(mode, count) {
		const script: number[] = [];
		const settle: number[] = [];
		for (let step = 0; step < count; step++) {
			const rendered = probe.renderMs;
			const started = performance.now();
			approach.step(daysAt(day++, mode), mode);
			const stepped = performance.now();
			await approach.settled();
			settle.push(performance.now() - started);
			script.push(stepped - started + probe.renderMs - rendered);
			finishDrawing();
		}
		return { script, settle };
	},
	async picks(mode, count) {
		approach.step(daysAt(day, mode), mode);
		await approach.settled();
		finishDrawing();
		const { dense, empty } = pickPlaces(table, daysAt(day, mode), count);
		// The index is made while the map can be used already; a reader comes to point at something later.
		await approach.pickable?.();
		approach.pick(700, 450);
		const timed = (places: readonly (readonly [number, number])[]) =>
			places.map(([x, y]) => {
				const started = performance.now();
				approach.pick(x, y);
				return performance.now() - started;
			});
		return { dense: timed(dense), empty: timed(empty) };
	},
	async zooms() {
		const { map } = probe;
		const longest: number[] = [];
		for (const zoom of [3.5, 5.5, 6.5, 8.5, 10.5, 12.5, CAMERA.zoom]) {
			await rest();
			const rendered = probe.renderMs;
			const started = performance.now();
			map!.jumpTo({ zoom });
			const moved = performance.now() - started;
			await nextRender();
			longest.push(Math.max(moved, probe.renderMs - rendered));
		}
		return longest;
	},
	async filters(mode) {
		const { app } = atlas();
		approach.step(daysAt(day, mode), mode);
		await approach.settled();
		const toFrame: Record<string, number[]> = {};
		const counting: number[] = [];
		const rounds = Array.from({ length: FILTER_ROUNDS }, () => FILTER_CHANGES).flat();
		for (const [name, change] of rounds) {
			await nextIdle();
			finishDrawing();
			await rest();
			const started = performance.now();
			app.filter(change);
			flushSync();
			await nextRender();
			(toFrame[name] ??= []).push(performance.now() - started);
		}
		for (const [, change] of FILTER_CHANGES) {
			app.filter(change);
			const { failures } = app;
			const started = performance.now();
			histogram(table, failures, binEdges(table.extent!, 140));
			void app.counts.shown;
			counting.push(performance.now() - started);
		}
		app.filter(NO_FILTERS);
		flushSync();
		return { toFrame, counting };
	},
	counts(mode, count) {
		const { app } = atlas();
		approach.step(daysAt(day, mode), mode);
		return Array.from({ length: count }, () => {
			const [, to] = daysAt(day++, mode);
			const started = performance.now();
			app.patch({ position: to });
			void app.counts.shown;
			return performance.now() - started;
		});
	},
	async play(mode, forMs) {
		const { app } = atlas();
		approach.step(daysAt(day, mode), mode);
		await approach.settled();
		const longTasks: number[] = [];
		const observer = new PerformanceObserver((list) =>
			longTasks.push(...list.getEntries().map(({ duration }) => duration)),
		);
		observer.observe({ type: 'longtask' });
		const from = app.view.position!;
		app.patch({ daysPerSecond: 30 });
		app.play();
		let gaps = 0;
		let frames = 0;
		const started = performance.now();
		let last = started;
		while (last - started < forMs) {
			const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
			if (now - last > 50) gaps++;
			frames++;
			last = now;
		}
		app.pause();
		observer.disconnect();
		return { longTasks, gaps, frames, days: app.view.position! - from };
	},
};
Object.assign(window, { bench });

const FILTER_ROUNDS = 3;
/** Of each, the first comes to rows that nothing has looked at yet. */
const FILTER_CHANGES: readonly (readonly [string, Partial<Filters>])[] = [
	['kind', { kind: ['drone-attack'] }],
	['kind', { kind: ['drone-attack', 'air-strike'] }],
	['kind', { kind: ['killing'] }],
	['kind', { kind: ['killing', 'protest', 'explosion'] }],
	['kind', { kind: [] }],
	['side', { side: ['iran-aligned'] }],
	['side', { side: ['iran-aligned', 'israel'] }],
	['side', { side: ['iran'] }],
	['side', { side: ['iran', 'civilians'] }],
	['side', { side: [] }],
	['text', { text: 'd' }],
	['text', { text: 'drone' }],
	['text', { text: 'drone town 1' }],
	['text', { text: 's-0000' }],
	['text', { text: '' }],
	['all', { kind: ['drone-attack'], side: ['israel'], text: 'base' }],
	['all', { kind: ['drone-attack', 'killing'], side: ['israel', 'iran'], text: 'depot' }],
	['all', { kind: [], side: ['israel'], text: 'base' }],
	['all', { kind: ['air-strike'], side: [], text: 'market' }],
	['all', NO_FILTERS],
];

/** Frames already under way are shown before a change from rest is measured. */
function rest(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 400));
}

function make(name: ApproachName): Approach & { open(): Promise<void> } {
	switch (name) {
		case 'atlas':
			return new Atlas(table, 'auto', false);
		case 'symbols':
			return new Atlas(table, 'symbols', false);
		case 'page':
			return new Atlas(table, 'auto', true);
		case 'deck':
			return new Deck(table);
		case 'geojson':
			return new Geojson(table);
		case 'empty':
			return new Empty();
	}
}

function atlas(): Atlas {
	if (approach instanceof Atlas) return approach;
	throw new Error('Only the atlas has filters and counts');
}

function daysAt(to: number, mode: Mode): [number, number] {
	return [mode === 'window' ? to - WINDOW_DAYS + 1 : FIRST_DAY, to];
}

function synthetic(length: number): Promise<ColumnarIncidents> {
	const worker = new SyntheticWorker();
	return new Promise((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<ColumnarIncidents>) => {
			worker.terminate();
			resolve(data);
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(length);
	});
}
