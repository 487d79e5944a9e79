import { untrack } from 'svelte';
import type { ImportAnswer, ImportTask } from '../import/import-task.ts';
import type { OriginalObject } from '../model/original.ts';
import type { ImportedFacts, ImportedLayer, LayerStorage, UnlocatedRow } from '../ui/imported-layer.ts';
import type { IncidentColumns, IncidentTable } from '../view/incident-table.ts';
import { type LayerStyle, OWN_LAYER } from '../view/layer-style.ts';
import { layeredTable, layerOfId } from '../view/layered-table.ts';
import type { MergedTables, TablePart } from '../view/merge-tables.ts';
import type { RowOriginal } from '../view/pack-original.ts';
import { stringColumn } from '../view/string-column.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import { LayerShelf } from './layer-shelf.ts';
import { MessageParts } from './message-parts.ts';
import { rejectedCsv } from './rejected-csv.ts';
import type { AtlasState } from './state.svelte.ts';

const BY_SIDE: LayerStyle = { colour: 'side' };

/** A worker, as far as it is used here. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** The files a reader brought, read in a worker and laid among our own data in the page's one table. */
export class Imports {
	layers: readonly ImportedLayer[] = $state.raw([]);
	/** What happens to a file now; `null` when nothing does. Others wait. */
	task: ImportTask | null = $state.raw(null);
	/** How many files wait behind it. */
	waiting = $state(0);
	storage: LayerStorage = $state.raw({ used: 0, quota: null, isKept: true, problem: null });
	/** Whether our own data are on show. */
	isOwnShown = $state(true);

	readonly #app: AtlasState;
	readonly #makeWorker: () => ImportWorker;
	readonly #gazetteer: string;
	#worker: ImportWorker | null = null;
	readonly #shelf = new LayerShelf();
	readonly #parts = new MessageParts();
	#queue: readonly File[] = [];
	/** The file that is with the worker. */
	#file: File | null = null;
	#isAskedAgain = false;
	/** Counts what is asked of the worker; of tables only the last one asked for is wanted. */
	#number = 0;
	#merge: { readonly number: number; readonly own: IncidentTable; readonly isOwnShown: boolean } | null = null;
	#merged: MergedTables | null = null;
	/** Who waits for what was asked under a number. */
	#waiters: readonly { readonly number: number; readonly resolve: () => void }[] = [];

	/** `gazetteer` is the address of the places that names are looked up in. */
	constructor(app: AtlasState, makeWorker: () => ImportWorker, gazetteer: string) {
		this.#app = app;
		this.#makeWorker = makeWorker;
		this.#gazetteer = gazetteer;
	}

	/** Brings back what the browser kept. To be called once ours is on show. */
	restore(): void {
		this.#send({ kind: 'restore' });
	}

	/** Has the table follow the reading of ours. To be called while a component is set up. */
	follow(): void {
		$effect(() => {
			const { table } = this.#app.own;
			if (this.#merge !== null && this.#merge.own !== table) untrack(() => this.#arrange());
		});
	}

	/** Reads files, one after the other. */
	add(files: readonly File[]): void {
		this.#queue = [...this.#queue, ...files];
		this.waiting = this.#queue.length;
		if (this.#file === null && this.task === null) this.#next();
	}

	/** Goes on with what was asked. */
	answer(answer: ImportAnswer): void {
		if (this.task?.phase === 'asking') this.#send({ kind: 'answer', answer });
	}

	/** Asks what columns are after all, while a file is read as one before it was. */
	askAgain(): void {
		if (this.task?.phase !== 'reading') return;
		this.#isAskedAgain = true;
		this.#send({ kind: 'cancel' });
	}

	/** Leaves the file that is being read or asked about; nothing of it stays. */
	cancel(): void {
		this.#send({ kind: 'cancel' });
	}

	/** Has read why it failed. */
	dismiss(): void {
		if (this.task?.phase !== 'failed') return;
		this.task = null;
		this.#next();
	}

	/** Shows or hides a layer; `OWN_LAYER` is our own data. */
	show(id: string, isShown: boolean): void {
		if (id === OWN_LAYER) this.isOwnShown = isShown;
		else this.#change((layer) => (layer.id === id ? { ...layer, isShown } : layer));
		this.#arrange();
	}

	/** Shows one layer only. */
	showOnly(id: string): void {
		this.isOwnShown = id === OWN_LAYER;
		this.#change((layer) => ({ ...layer, isShown: layer.id === id }));
		this.#arrange();
	}

	style(id: string, style: LayerStyle): void {
		this.#change((layer) => (layer.id === id ? { ...layer, style } : layer));
		this.#paintSymbols();
		this.#paintAreas();
	}

	/** Takes a layer away, also from what the browser keeps. */
	async remove(id: string): Promise<void> {
		this.#drop((layer) => layer.id === id);
		const number = ++this.#number;
		await this.#answered(number, { kind: 'remove', id, number });
	}

	/** Layers, remembered mappings and all else that was kept. */
	async forgetEverything(): Promise<void> {
		this.isOwnShown = true;
		this.#drop(() => true);
		const number = ++this.#number;
		await this.#answered(number, { kind: 'forget', number });
	}

	/** Rejected rows as CSV. */
	rejectedCsv(id: string): Promise<Blob> {
		const rejected = this.layers.find((layer) => layer.id === id)?.report.rejected ?? [];
		return Promise.resolve(new Blob(rejectedCsv(rejected), { type: 'text/csv' }));
	}

	/** Rows without a place on the map, `count` from the one with number `from` on, and how many there are. */
	unlocated(id: string, from: number, count: number): { readonly total: number; readonly rows: UnlocatedRow[] } {
		const rows = this.#shelf.rows.get(id);
		if (!rows) return { total: 0, rows: [] };
		const { unlocated } = rows.texts;
		const listed = [...unlocated.subarray(from, from + count)].map((at) => ({
			id: rows.idAt(at),
			number: rows.originalAt(at).number,
			place: rows.placeAt(at),
		}));
		return { total: unlocated.length, rows: listed };
	}

	/** What a row has besides its incident; `null` for ours. */
	factsOf(rowId: string): ImportedFacts | null {
		const layer = this.layers.find(({ id }) => id === layerOfId(rowId));
		const row = this.rowOf(rowId);
		return layer && row ? { layer, number: row.number, sources: row.sources, original: row.original } : null;
	}

	/** The row's own columns; `null` for ours. */
	originalOf(rowId: string): OriginalObject | null {
		return this.rowOf(rowId)?.original ?? null;
	}

	/** All that a row has besides its incident, its line or area too; `null` for ours. */
	rowOf(rowId: string): RowOriginal | null {
		return this.#shelf.find(rowId);
	}

	/** Gives the worker back to the browser, with the page. */
	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}

	#next(isAsking = false): void {
		const [file, ...rest] = isAsking && this.#file ? [this.#file, ...this.#queue] : this.#queue;
		this.#file = file ?? null;
		this.#queue = rest;
		this.waiting = rest.length;
		if (!file) return;
		this.task = { phase: 'looking', file: file.name };
		this.#send({ kind: 'import', file, isAsking });
	}

	#change(change: (layer: ImportedLayer) => ImportedLayer): void {
		const before = this.layers;
		this.layers = before.map(change);
		this.layers.forEach((layer, at) => {
			if (layer === before[at]) return;
			this.#send({ kind: 'keep', id: layer.id, isShown: layer.isShown, style: layer.style });
		});
	}

	#drop(isDropped: (layer: ImportedLayer) => boolean): void {
		for (const { id } of this.layers.filter(isDropped)) this.#shelf.drop(id);
		this.layers = this.layers.filter((layer) => !isDropped(layer));
		// Before anything asks for a row whose texts are gone.
		this.#app.layered = null;
		this.#arrange();
	}

	/** Has the worker lay what is shown into one table. Ours alone needs none. */
	#arrange(): void {
		const number = ++this.#number;
		const layers = this.layers.filter(({ isShown }) => isShown).map(({ id }) => id);
		if (layers.length === 0 && this.isOwnShown) {
			this.#merge = null;
			this.#settle(null, null);
			return;
		}
		const own = this.#app.own.table;
		this.#merge = { number, own, isOwnShown: this.isOwnShown };
		this.#send({ kind: 'merge', number, layers, own: this.isOwnShown ? partOf(own) : null });
	}

	#take(merged: MergedTables): void {
		const { own, isOwnShown } = this.#merge!;
		this.#settle(merged, {
			table: layeredTable(merged, own, this.#shelf.rows),
			isOwnShown,
			importedRows: merged.columns.length - (isOwnShown ? own.length : 0),
		});
	}

	#settle(merged: MergedTables | null, layered: AtlasState['layered']): void {
		this.#merged = merged;
		this.#app.layered = layered;
		this.#paintSymbols();
		// A thousand areas are a task of their own for the map.
		this.#app.layerAreas = [];
		if (merged !== null) setTimeout(() => this.#merged === merged && this.#paintAreas());
		if (this.task?.phase !== 'arranging' || this.#file !== null) return;
		this.task = null;
		this.#next();
	}

	#paintSymbols(): void {
		const shown = this.#merged?.layers ?? [];
		this.#app.layerStyles = shown.map((id) => this.layers.find((layer) => layer.id === id)?.style ?? BY_SIDE);
	}

	#paintAreas(): void {
		const shown = this.#merged?.layers ?? [];
		const table = this.#app.layered?.table;
		this.#app.layerAreas = shown.flatMap((id, part) => {
			const layer = this.layers.find((each) => each.id === id);
			return layer && table ? this.#shelf.areasOf(layer, table, this.#merged!.rowOf[part]!) : [];
		});
	}

	#hear(message: FromImportWorker): void {
		switch (message.kind) {
			case 'task':
				if (this.#file) this.task = message.task;
				return;
			case 'layer':
				this.#shelf.add(message.layer.id, message.texts);
				this.layers = [...this.layers, message.layer];
				if (message.isRestored) return;
				this.#file = null;
				// Too late to ask: the file was read before the worker heard of it.
				this.#isAskedAgain = false;
				return this.#arrange();
			case 'left':
				return this.#leave(message.file, message.reason);
			case 'merged':
				if (message.number === this.#merge?.number) this.#take(message.merged);
				return;
			case 'array':
			case 'frame': {
				const whole = this.#parts.take(message);
				if (whole !== null) this.#hear(whole as FromImportWorker);
				return;
			}
			case 'storage':
				this.storage = message.storage;
				return;
			case 'done':
				return this.#release(({ number }) => number === message.number);
			case 'restored':
				if (this.layers.length > 0) this.#arrange();
		}
	}

	/** A file came to nothing. */
	#leave(file: string, reason: string | null): void {
		if (reason === null && this.#isAskedAgain) {
			this.#isAskedAgain = false;
			return this.#next(true);
		}
		this.#file = null;
		this.task = reason === null ? null : { phase: 'failed', file, reason };
		if (this.task === null) this.#next();
	}

	#answered(number: number, message: ToImportWorker): Promise<void> {
		return new Promise((resolve) => {
			this.#waiters = [...this.#waiters, { number, resolve }];
			this.#send(message);
		});
	}

	#release(isReleased: (waiter: { readonly number: number }) => boolean): void {
		for (const waiter of this.#waiters) if (isReleased(waiter)) waiter.resolve();
		this.#waiters = this.#waiters.filter((waiter) => !isReleased(waiter));
	}

	#send(message: ToImportWorker): void {
		if (!this.#worker) {
			this.#worker = this.#makeWorker();
			this.#worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => this.#hear(data);
			this.#worker.onerror = ({ message: reason }) => this.#fail(reason);
			const actors = [...this.#app.loaded.actors.values()];
			this.#worker.postMessage({ kind: 'start', actors, gazetteer: this.#gazetteer } satisfies ToImportWorker);
		}
		this.#worker.postMessage(message);
	}

	/** The worker did not start, or threw where nobody expected it to. */
	#fail(reason: string): void {
		const problem = `The part of the page that reads files failed (${reason || 'it did not start'}).`;
		this.storage = { ...this.storage, isKept: false, problem };
		this.#release(() => true);
		if (this.#file) this.#leave(this.#file.name, problem);
	}
}

/** Our own table as the worker takes it: without what cannot be sent. */
function partOf(table: IncidentTable): TablePart {
	const { idOf, ...rest } = table;
	const columns: Partial<typeof rest> & IncidentColumns = rest;
	delete columns.feature;
	delete columns.rowOf;
	delete columns.linking;
	return { layer: OWN_LAYER, columns, ids: stringColumn(table.length, idOf), order: null };
}
