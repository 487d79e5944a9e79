import { untrack } from 'svelte';
import { chainOf, type ChainStep } from '../view/chain.ts';
import { SPEEDS } from '../view/playback.ts';
import type { View } from '../view/view.ts';
import type { AtlasState } from './state.svelte.ts';

/** Playback of a story goes at such a speed, of those on offer, that a step lasts this long on average. */
const SECONDS_A_STEP = 1.5;
/** What a story that came with a link goes back to. */
const FROM_A_LINK: Partial<View> = { range: null, position: null };

/**
 * The chain that the view tells as a story. The step is the selected record's. Map and timeline follow it, playback runs
 * through the days of the chain, and only its records are on show.
 */
export class Story {
	readonly #app: AtlasState;
	/** What the reader looked at before, to go back to. */
	#before: Partial<View> = FROM_A_LINK;
	/** Whether the step has followed playback since the reader last chose one. */
	#isFollowing = false;

	constructor(app: AtlasState) {
		this.#app = app;
	}

	/** Index of the step told; -1 without a story. */
	readonly index: number = $derived.by(() => {
		const { chain, view } = this.#app;
		const placeOf = (id: string | null) => chain?.steps.findIndex(({ record }) => record.id === id) ?? -1;
		const selected = placeOf(view.selected);
		return selected >= 0 || !chain ? selected : placeOf(chain.id);
	});

	/** Ids of the incidents to have in sight: the step's and what it answers. */
	readonly focus: readonly string[] = $derived.by(() => {
		const step = this.#app.chain?.steps[this.index];
		return step ? [step.record.id, ...step.links.map(({ id }) => id)] : [];
	});

	/** How many steps the chain of the selected record has. */
	readonly stepsOfSelected: number = $derived.by(() => {
		const { selectedRecord, data, chain } = this.#app;
		if (!selectedRecord || chain) return 0;
		return chainOf(selectedRecord.id, data)?.steps.length ?? 0;
	});

	/** Tells the chain of a record, from that record's step on. */
	open(id: string): void {
		const app = this.#app;
		const { range, position, daysPerSecond } = app.view;
		this.#before = { range, position, daysPerSecond };
		app.patch({ chain: id, selected: id, range: null, panel: 'map' });
		if (!app.chain || !app.range) return;
		const steady = (app.range[1] - app.range[0] + 1) / (app.chain.steps.length * SECONDS_A_STEP);
		app.patch({ daysPerSecond: SPEEDS.findLast((speed) => speed <= steady) ?? SPEEDS[0]! });
		this.goTo(this.index);
	}

	/** Goes to a step, and in time to its first day. */
	goTo(index: number): void {
		const app = this.#app;
		const step = app.chain?.steps[index];
		if (!step) return;
		const { range } = app.view;
		const isOutside = range !== null && (step.start < range[0] || step.start > range[1]);
		this.#isFollowing = false;
		app.patch({ selected: step.record.id, ...(isOutside ? { range: null } : {}) });
		app.seek(step.start);
	}

	/** Goes on or back by a step, as far as there is one. */
	step(direction: 1 | -1): void {
		this.goTo(this.index + direction);
	}

	/** Back to the record's card and to what was on show before. */
	leave(): void {
		const app = this.#app;
		const selected = app.chain?.steps[this.index]?.record.id ?? app.view.selected;
		this.#isFollowing = false;
		app.pause();
		app.patch({ chain: null, selected, ...this.#before });
		this.#before = FROM_A_LINK;
	}

	/** Has the step follow playback. To be called while a component is set up. */
	followPlayback(): void {
		$effect(() => this.follow());
	}

	/** Goes to the step at which playback stands. */
	follow(): void {
		const { playing, chain, view } = this.#app;
		if (!chain || view.position === null || !(playing || this.#isFollowing)) return;
		// Once more after the last frame, which ends playback and moves it.
		this.#isFollowing = playing;
		const step = stepAt(chain.steps, view.position);
		if (step && step.record.id !== view.selected) untrack(() => this.#app.patch({ selected: step.record.id }));
	}
}

/** The first step that begins on a day, or else the last that began before. */
function stepAt(steps: readonly ChainStep[], day: number): ChainStep | undefined {
	return steps.find(({ start }) => start === day) ?? steps.findLast(({ start }) => start < day);
}
