import type { IndexedSymbols, IndexPart } from './incident-index.ts';
import { incidentIndexWorkerUrl } from './worker-url.ts';

/** Has the places of symbols indexed in a worker of its own. `null` where a worker is not to be had. */
export async function indexInWorker(symbols: IndexedSymbols): Promise<IndexPart[] | null> {
	if (typeof Worker === 'undefined') return null;
	const { x, y, offsetX, offsetY, radius, drawable, stack } = symbols;
	const worker = new Worker(incidentIndexWorkerUrl(), { type: 'module' });
	try {
		return await new Promise<IndexPart[] | null>((resolve) => {
			worker.onmessage = ({ data }: MessageEvent<IndexPart[]>) => resolve(data);
			worker.onerror = () => resolve(null);
			worker.postMessage({ x, y, offsetX, offsetY, radius, drawable, stack } satisfies IndexedSymbols);
		});
	} finally {
		worker.terminate();
	}
}
