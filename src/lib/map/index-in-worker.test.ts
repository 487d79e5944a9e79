import { expect, test, vi } from 'vitest';
import type { IndexedSymbols, IndexPart } from './incident-index.ts';
import { indexInWorker } from './index-in-worker.ts';

const symbols: IndexedSymbols = {
	x: Float64Array.of(0.5, 0.25, 0, 0.75, 0.75),
	y: Float64Array.of(0.5, 0.25, 0, 0.75, 0.75),
	offsetX: Int8Array.of(0, 3, 0, 0, 0),
	offsetY: Int8Array.of(0, 4, 0, 0, 0),
	radius: Float32Array.of(6, 8, 6, 6, 9),
	drawable: Uint8Array.of(1, 1, 0, 1, 1),
	stack: Int32Array.of(-1, -1, -1, 0, 0),
};

vi.mock('./worker-url.ts', () => ({ incidentIndexWorkerUrl: () => 'http://localhost/worker.js' }));

/** Runs the worker's own script in this thread, with messages copied and handed over as between threads. */
async function stubWorker(answers: boolean): Promise<{ terminated: number; buffers: number }> {
	const seen = { terminated: 0, buffers: 0 };
	vi.stubGlobal('onmessage', null);
	await import('./incident-index-worker.ts');
	const run = globalThis.onmessage as unknown as (event: { data: unknown }) => void;
	class StubWorker {
		onmessage: ((event: { data: unknown }) => void) | null = null;
		onerror: (() => void) | null = null;
		postMessage(data: unknown): void {
			vi.stubGlobal('postMessage', (answer: unknown, { transfer }: { transfer: ArrayBuffer[] }) => {
				seen.buffers = transfer.length;
				this.onmessage?.({ data: structuredClone(answer, { transfer }) });
			});
			if (answers) run({ data: structuredClone(data) });
			else this.onerror?.();
		}
		terminate(): void {
			seen.terminated++;
		}
	}
	vi.stubGlobal('Worker', StubWorker);
	return seen;
}

test('a worker hands over the rows, and stacks once, by how far they reach, and the symbols stay', async () => {
	const seen = await stubWorker(true);
	const parts = (await indexInWorker(symbols)) as IndexPart[];
	expect(parts.map(({ reachPx, items }) => [reachPx, ...items])).toEqual([
		[6, 0],
		[9, -1],
		[13, 1],
	]);
	expect(symbols.x.length).toBe(5);
	expect(seen).toEqual({ terminated: 1, buffers: 6 });
});

test('a worker that fails, or none at all, gives no index', async () => {
	vi.resetModules();
	const seen = await stubWorker(false);
	expect(await indexInWorker(symbols)).toBeNull();
	expect(seen.terminated).toBe(1);
	vi.stubGlobal('Worker', undefined);
	expect(await indexInWorker(symbols)).toBeNull();
});
