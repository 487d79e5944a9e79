import type { Imports } from './imports.svelte.ts';

/** What the dialog of adding data shows. */
type OnDesk =
	| { readonly what: 'start' }
	/** What happens to the file of now. */
	| { readonly what: 'task' }
	| { readonly what: 'reports'; readonly ids: readonly string[] }
	| { readonly what: 'check'; readonly file: File };

/** Leads a reader through adding files: what is in the dialog, and what was added while it was shut. */
export class ImportDesk {
	shown: OnDesk | null = $state.raw(null);
	/** Layers that came while the dialog was shut, not yet looked at. */
	finished: readonly string[] = $state.raw([]);

	readonly #imports: Imports;
	/** Layers that were there before the files of now. */
	#before: readonly string[] = [];
	#isUnderWay = false;
	/** Whether the first of them was begun. */
	#hasBegun = false;

	constructor(imports: Imports) {
		this.#imports = imports;
	}

	/** Reads files and shows how it goes. */
	add(files: readonly File[]): void {
		if (files.length === 0) return;
		if (!this.#isUnderWay) this.#before = this.#imports.layers.map(({ id }) => id);
		this.#isUnderWay = true;
		this.finished = [];
		this.shown = { what: 'task' };
		this.#imports.add(files);
	}

	/** Leaves the file of now, and with the dialog those that wait behind it go on. */
	cancel(): void {
		this.#imports.cancel();
	}

	/** Has the files go on out of sight, or closes what there is to read. What is asked must be answered or left. */
	close(): void {
		const { task } = this.#imports;
		const isTask = this.shown?.what === 'task';
		this.shown = null;
		if (!isTask) return;
		if (task?.phase === 'asking') this.#imports.cancel();
		else if (task?.phase === 'failed') this.#imports.dismiss();
	}

	/** Shows the reports of layers. */
	report(ids: readonly string[]): void {
		this.finished = [];
		this.shown = { what: 'reports', ids };
	}

	/** Follows the files: asks and tells of failures in the dialog, and shows the reports at the end. To be called in an effect. */
	follow(): void {
		const { task, layers, waiting } = this.#imports;
		if (task !== null) {
			this.#isUnderWay = this.#hasBegun = true;
			if (task.phase === 'asking' || task.phase === 'failed') this.shown = { what: 'task' };
			return;
		}
		if (!this.#hasBegun || waiting > 0) return;
		this.#isUnderWay = this.#hasBegun = false;
		const ids = layers.filter(({ id }) => !this.#before.includes(id)).map(({ id }) => id);
		this.#before = layers.map(({ id }) => id);
		if (this.shown?.what !== 'task') this.finished = ids;
		else this.shown = ids.length > 0 ? { what: 'reports', ids } : null;
	}
}
