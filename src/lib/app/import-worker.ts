import { ImportError } from '../import/format.ts';
import type { ImportAnswer } from '../import/import-task.ts';
import type { Actor } from '../model/actor.ts';
import type { ImportedLayer, LayerStorage } from '../ui/imported-layer.ts';
import type { CollectedLayer } from '../view/collect-columns.ts';
import { MOST_LAYERS, PALETTE_SLOTS } from '../view/layer-style.ts';
import { buffersOfTexts } from '../view/layer-texts.ts';
import { mergeTables, type TablePart } from '../view/merge-tables.ts';
import { importAsLayer, type ImportedFile, type ImportOwner, sourceOf } from './import-job.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import { LayerStore } from './layer-store.ts';
import { sendInParts } from './message-parts.ts';

/**
 * Reads files beside the page and keeps the columns of what they hold, so that layers can be laid into one table anew
 * whenever one is shown or hidden. Texts go to the page, which asks for them row by row.
 */

/** Rejected rows beyond these are counted only. */
const MOST_REJECTIONS = 100_000;
const NOT_KEPT = 'The browser does not keep imported layers';

const store = new LayerStore();
/** Columns of every layer, shown or not, in the order in which they were added. */
const parts = new Map<string, TablePart>();
const bytesOf = new Map<string, number>();
let actors: readonly Actor[] = [];
let gazetteerUrl = '';
let problem: string | null = null;
let cancel = new AbortController();
let answer: (given: ImportAnswer) => void = () => undefined;
/** What changes what is kept goes one after the other. */
let last: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToImportWorker>) => {
	switch (data.kind) {
		case 'start':
			({ actors, gazetteer: gazetteerUrl } = data);
			return;
		case 'answer':
			return answer(data.answer);
		case 'cancel':
			return cancel.abort();
		case 'import':
			return inTurn(() => add(data.file, data.isAsking));
		case 'restore':
			return inTurn(restore);
		case 'merge':
			return merge(data);
		case 'keep':
			return inTurn(() => tried(store.keep(data.id, data.isShown, data.style)));
		case 'remove':
			return inTurn(() => remove(data.id, data.number));
		case 'forget':
			return inTurn(() => forget(data.number));
	}
};

function inTurn(run: () => Promise<void>): void {
	last = last.then(run).catch((error: unknown) => reportError(error));
}

async function add(file: File, isAsking: boolean): Promise<void> {
	cancel = new AbortController();
	const { signal } = cancel;
	const id = await freeId();
	try {
		if (parts.size >= MOST_LAYERS) {
			throw new ImportError(
				`There are ${parts.size} layers already. Remove one: more than ${MOST_LAYERS} are not held.`,
			);
		}
		const imported = await importAsLayer(sourceOf(file), id, ownerOf(signal), isAsking, signal);
		const facts = factsOf(id, file.name, imported);
		await keep(facts, imported.collected);
		hold(facts, imported.collected, false);
	} catch (error) {
		if (!(error instanceof ImportError) && !signal.aborted) reportError(error);
		tell({ kind: 'left', file: file.name, reason: signal.aborted ? null : sentenceOf(error) });
	}
	await tellStorage();
}

function ownerOf(signal: AbortSignal): ImportOwner {
	return {
		actors,
		tell: (task) => tell({ kind: 'task', task }),
		ask: () =>
			new Promise((resolve, reject) => {
				answer = resolve;
				signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			}),
		remembered: (columns) => store.mapping(columns).catch(() => null),
		remember: (columns, mapping) => tried(store.remember(columns, mapping)),
		async gazetteer(until) {
			const response = await fetch(gazetteerUrl, { signal: until });
			if (!response.ok)
				throw new ImportError(`The list of places could not be loaded: the server answered ${response.status}.`);
			return new Uint8Array(await response.arrayBuffer());
		},
	};
}

/** An id that no layer has, nor had one that is kept, by this page or another. */
async function freeId(): Promise<string> {
	const taken = [...parts.keys(), ...(await store.ids().catch(() => []))].map((id) => Number(id.slice(1)));
	return `l${Math.max(0, ...taken) + 1}`;
}

function factsOf(id: string, name: string, { report, collected }: ImportedFile): ImportedLayer {
	const { part, texts, bounds, undrawnAreas } = collected;
	const rejectedCount = report.rejected.length;
	return {
		id,
		name,
		format: report.format,
		report: { ...report, rejected: report.rejected.slice(0, MOST_REJECTIONS) },
		rejectedCount,
		isShown: true,
		style: { colour: PALETTE_SLOTS[parts.size % PALETTE_SLOTS.length]! },
		bytes: buffersOf(collected).reduce((sum, buffer) => sum + buffer.byteLength, 0) + part.columns.search.words.length,
		extent: part.columns.extent,
		bounds,
		columns: [...new Set(texts.schemas.flat())],
		undrawnAreas,
	};
}

function buffersOf({ part, texts }: CollectedLayer): ArrayBufferLike[] {
	const { columns, order } = part;
	const views = [columns, columns.search, columns.perpetrators, columns.targets, texts.ids, { order }];
	const own = views.flatMap(Object.values).filter((view) => ArrayBuffer.isView(view));
	return [...own.map((view) => view.buffer), ...buffersOfTexts(texts)];
}

/** Keeps a layer in the browser, if it can. */
async function keep(facts: ImportedLayer, collected: CollectedLayer): Promise<void> {
	try {
		await store.add({ facts, collected });
		problem = null;
	} catch (error) {
		problem = `${NOT_KEPT} (${sentenceOf(error)}): closing the page forgets them.`;
	}
}

/** Holds the columns, and hands the texts to the page. */
function hold(layer: ImportedLayer, { part, texts }: CollectedLayer, isRestored: boolean): void {
	parts.set(layer.id, part);
	bytesOf.set(layer.id, layer.bytes);
	// The ids stay here too: they put rows of one day in order.
	const message = { kind: 'layer', layer, texts, isRestored } satisfies FromImportWorker;
	sendInParts(message, tell, new Set([texts.ids.bytes, texts.ids.start]));
}

async function restore(): Promise<void> {
	try {
		const { layers, lost } = await store.layers();
		for (const { facts, collected } of layers) if (!parts.has(facts.id)) hold(facts, collected, true);
		if (lost > 0) problem = `${lost} imported before can no longer be shown and must be imported again.`;
	} catch (error) {
		problem = `${NOT_KEPT} (${sentenceOf(error)}).`;
	}
	tell({ kind: 'restored' });
	await tellStorage();
}

function merge({ number, layers, own }: Extract<ToImportWorker, { kind: 'merge' }>): void {
	const theirs = layers.flatMap((id) => parts.get(id) ?? []);
	const merged = mergeTables(own ? [own, ...theirs] : theirs);
	sendInParts({ kind: 'merged', number, merged } satisfies FromImportWorker, tell);
}

async function remove(id: string, number: number): Promise<void> {
	parts.delete(id);
	bytesOf.delete(id);
	await tried(store.remove(id));
	tell({ kind: 'done', number });
	await tellStorage();
}

async function forget(number: number): Promise<void> {
	parts.clear();
	bytesOf.clear();
	problem = null;
	await tried(store.forget());
	tell({ kind: 'done', number });
	await tellStorage();
}

/** What cannot be written is told with the storage, and stops nothing. */
async function tried(write: Promise<void>): Promise<void> {
	try {
		await write;
	} catch (error) {
		problem = `${NOT_KEPT} (${sentenceOf(error)}).`;
	}
}

async function tellStorage(): Promise<void> {
	const used = [...bytesOf.values()].reduce((sum, bytes) => sum + bytes, 0);
	const quota = (await navigator.storage?.estimate().catch(() => null))?.quota ?? null;
	const storage: LayerStorage = { used, quota, isKept: problem === null, problem };
	tell({ kind: 'storage', storage });
}

function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function tell(message: FromImportWorker, transfer: Transferable[] = []): void {
	self.postMessage(message, { transfer });
}
