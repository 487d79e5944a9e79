import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Mapping } from '../import/mapping.ts';
import type { ImportedLayer } from '../ui/imported-layer.ts';
import type { CollectedLayer } from '../view/collect-columns.ts';
import { ATTRIBUTION_CODES, GRADING_CODES, KIND_CODES, OUTCOME_CODES, SIDE_CODES } from '../view/incident-table.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import { assemble, dismantle } from './dismantle.ts';

/** A layer with all that belongs to it. */
export interface StoredLayer {
	readonly facts: ImportedLayer;
	readonly collected: CollectedLayer;
}

interface Schema extends DBSchema {
	layers: {
		key: string;
		value: {
			readonly facts: ImportedLayer;
			readonly frame: unknown;
			readonly arrayCount: number;
			readonly layout: string;
			/** Order in which layers were added. */
			readonly added: number;
		};
	};
	/** The typed arrays of layers, one by one: `[layer, number]`. */
	arrays: { key: [string, number]; value: ArrayBufferView<ArrayBuffer> };
	/** What columns were taken for, by their names. */
	mappings: { key: string; value: Mapping };
}

const NAME = 'imported-layers';
const VERSION = 1;
/** Raised when what is kept is laid out anew. */
const FORM = 1;
/** Codes are kept as numbers, which only mean something by these lists. */
const LAYOUT = JSON.stringify([FORM, KIND_CODES, SIDE_CODES, ATTRIBUTION_CODES, GRADING_CODES, OUTCOME_CODES]);

/** What the browser keeps: layers as the buffers they are, and what columns were taken for. */
export class LayerStore {
	#db: Promise<IDBPDatabase<Schema>> | null = null;

	/** Layers in the order in which they were added. Those that cannot be used any more are forgotten and counted. */
	layers(): Promise<{ layers: StoredLayer[]; lost: number }> {
		return alone(() => this.#layers());
	}

	async #layers(): Promise<{ layers: StoredLayer[]; lost: number }> {
		const db = await this.#open();
		const kept = (await db.getAll('layers')).sort((a, b) => a.added - b.added);
		const layers: StoredLayer[] = [];
		for (const { facts, frame, arrayCount, layout } of kept) {
			const arrays = layout === LAYOUT ? await this.#arraysOf(facts.id, arrayCount) : null;
			if (arrays) layers.push({ facts, collected: assemble({ frame, arrays }) as CollectedLayer });
			else await this.remove(facts.id);
		}
		await this.#sweep(new Set(layers.map(({ facts }) => facts.id)));
		return { layers, lost: kept.length - layers.length };
	}

	/** Ids of the layers that are kept, by this page or another. */
	async ids(): Promise<string[]> {
		return (await this.#open()).getAllKeys('layers');
	}

	/** Keeps a layer, all of it or nothing. */
	add(layer: StoredLayer): Promise<void> {
		return alone(() => this.#add(layer));
	}

	async #add({ facts, collected }: StoredLayer): Promise<void> {
		const db = await this.#open();
		const { frame, arrays } = dismantle(collected);
		try {
			for (const [at, array] of arrays.entries()) {
				const transaction = db.transaction('arrays', 'readwrite');
				// The transaction says why it failed; the request only that it did.
				transaction.store.put(array, [facts.id, at]).catch(() => undefined);
				await transaction.done;
			}
			const entry = { facts, frame, arrayCount: arrays.length, layout: LAYOUT, added: Date.now() };
			await db.put('layers', entry, facts.id);
		} catch (error) {
			await this.remove(facts.id);
			const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
			throw isFull ? new Error('there is no room left in what it grants this site') : error;
		}
	}

	/** Keeps how a layer is shown. */
	async keep(id: string, isShown: boolean, style: LayerStyle): Promise<void> {
		const db = await this.#open();
		const transaction = db.transaction('layers', 'readwrite');
		const entry = await transaction.store.get(id);
		if (entry) await transaction.store.put({ ...entry, facts: { ...entry.facts, isShown, style } }, id);
		await transaction.done;
	}

	async remove(id: string): Promise<void> {
		const db = await this.#open();
		const transaction = db.transaction(['layers', 'arrays'], 'readwrite');
		await transaction.objectStore('layers').delete(id);
		await transaction.objectStore('arrays').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
		await transaction.done;
	}

	/** What columns of these names were taken for before. */
	async mapping(columns: readonly string[]): Promise<Mapping | null> {
		return (await (await this.#open()).get('mappings', JSON.stringify(columns))) ?? null;
	}

	async remember(columns: readonly string[], mapping: Mapping): Promise<void> {
		await (await this.#open()).put('mappings', mapping, JSON.stringify(columns));
	}

	/** Leaves nothing. */
	async forget(): Promise<void> {
		(await this.#db?.catch(() => null))?.close();
		this.#db = null;
		await deleteDB(NAME);
	}

	#open(): Promise<IDBPDatabase<Schema>> {
		this.#db ??= openDB<Schema>(NAME, VERSION, {
			upgrade(db) {
				db.createObjectStore('layers');
				db.createObjectStore('arrays');
				db.createObjectStore('mappings');
			},
			// Another page wants to leave nothing: it must not wait for this one.
			blocking: (_, __, event) => {
				(event.target as IDBDatabase).close();
				this.#db = null;
			},
			terminated: () => (this.#db = null),
		});
		return this.#db;
	}

	/** `null` where one is missing. */
	async #arraysOf(id: string, count: number): Promise<ArrayBufferView<ArrayBuffer>[] | null> {
		const db = await this.#open();
		const arrays: ArrayBufferView<ArrayBuffer>[] = [];
		for (let at = 0; at < count; at++) {
			const array = await db.get('arrays', [id, at]);
			if (!array) return null;
			arrays.push(array);
		}
		return arrays;
	}

	/** Drops what a page left that was closed while it kept a layer. */
	async #sweep(ids: ReadonlySet<string>): Promise<void> {
		const db = await this.#open();
		for (const key of await db.getAllKeys('arrays')) if (!ids.has(key[0])) await db.delete('arrays', key);
	}
}

/** No other page writes or sweeps meanwhile. */
function alone<Result>(run: () => Promise<Result>): Promise<Result> {
	// There are locks only where the page came by a safe way.
	return 'locks' in navigator ? (navigator.locks.request(NAME, run) as Promise<Result>) : run();
}
