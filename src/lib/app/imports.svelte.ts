import type { ImportAnswer, ImportTask } from '../import/import-task.ts';
import type { OriginalObject } from '../model/original.ts';
import type { ImportedFacts, ImportedLayer, LayerStorage, UnlocatedRow } from '../ui/imported-layer.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import type { AtlasState } from './state.svelte.ts';

const NOTHING_KEPT: LayerStorage = { used: 0, quota: null, isKept: false, problem: null };

/** The files a reader brought, read in a worker and laid among our own data in the page's one table. */
export class Imports {
	layers: readonly ImportedLayer[] = $state.raw([]);
	/** What happens to a file now; `null` when nothing does. Others wait. */
	task: ImportTask | null = $state.raw(null);
	/** How many files wait behind it. */
	waiting = $state(0);
	storage: LayerStorage = $state.raw(NOTHING_KEPT);
	/** Whether our own data are on show. */
	isOwnShown = $state(true);

	readonly #app: AtlasState;
	readonly #makeWorker: () => Worker;
	#worker: Worker | null = null;

	constructor(app: AtlasState, makeWorker: () => Worker) {
		this.#app = app;
		this.#makeWorker = makeWorker;
	}

	/** Brings back what the browser kept. To be called once ours is on show. */
	restore(): void {
		this.#send({ kind: 'restore' });
	}

	/** Reads files, one after the other. */
	add(files: readonly File[]): void {
		for (const file of files) this.#send({ kind: 'import', id: `l${this.layers.length + 1}`, file });
	}

	answer(answer: ImportAnswer): void {
		this.#send({ kind: 'answer', answer });
	}

	/** Asks for the columns after all while a file is read as one before it was. */
	askAgain(): void {
		this.#send({ kind: 'ask' });
	}

	/** Leaves the file that is being read or asked about; nothing of it stays. */
	cancel(): void {
		this.#send({ kind: 'cancel' });
	}

	/** Has read why it failed. */
	dismiss(): void {
		if (this.task?.phase === 'failed') this.task = null;
	}

	/** Shows or hides a layer; `OWN_LAYER` is our own data. */
	show(id: string, isShown: boolean): void {
		this.layers = this.layers.map((layer) => (layer.id === id ? { ...layer, isShown } : layer));
	}

	/** Shows one layer only. */
	showOnly(id: string): void {
		this.layers = this.layers.map((layer) => ({ ...layer, isShown: layer.id === id }));
	}

	style(id: string, style: LayerStyle): void {
		this.layers = this.layers.map((layer) => (layer.id === id ? { ...layer, style } : layer));
	}

	remove(id: string): Promise<void> {
		this.#send({ kind: 'remove', id });
		return Promise.resolve();
	}

	/** Layers, remembered mappings and all else that was kept. */
	forgetEverything(): Promise<void> {
		this.#send({ kind: 'forget' });
		return Promise.resolve();
	}

	/** Rejected rows as CSV. */
	rejectedCsv(id: string): Promise<Blob> {
		return Promise.resolve(new Blob([id], { type: 'text/csv' }));
	}

	/** Rows without a place on the map, from the one with this number on, and how many there are. */
	unlocated(id: string, from: number, count: number): { readonly total: number; readonly rows: UnlocatedRow[] } {
		return { total: this.layers.findIndex((layer) => layer.id === id) + from + count, rows: [] };
	}

	/** What a row has besides its incident; `null` for ours. */
	factsOf(rowId: string): ImportedFacts | null {
		const layer = this.layers.find(({ id }) => rowId.startsWith(`${id}/`));
		return layer ? { layer, number: 0, sources: [], original: {} } : null;
	}

	/** The row's own columns; `null` for ours. */
	originalOf(rowId: string): OriginalObject | null {
		return this.factsOf(rowId)?.original ?? null;
	}

	#send(message: ToImportWorker): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(message);
	}

	#start(): Worker {
		const worker = this.#makeWorker();
		worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => this.#hear(data);
		this.#app.pause();
		return worker;
	}

	#hear(message: FromImportWorker): void {
		if (message.kind === 'task') this.task = message.task;
		else if (message.kind === 'storage') this.storage = message.storage;
	}
}
