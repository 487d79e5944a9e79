import type { FromExportWorker, IncidentBatch, ToExportWorker } from './export-messages.ts';
import { exportWorkerUrl } from './export-worker-url.ts';

export type Written = Extract<FromExportWorker, { kind: 'done' }>['files'];

/**
 * Has files written in a worker of its own. `batch` gives some incidents from the one with this number on, and none
 * behind the last. Throws with a sentence, or an `AbortError` when the signal says so.
 */
export async function exportInWorker(
	task: Omit<Extract<ToExportWorker, { kind: 'write' }>, 'kind'>,
	batch: (from: number) => IncidentBatch,
	signal: AbortSignal,
): Promise<Written> {
	signal.throwIfAborted();
	const worker = new Worker(exportWorkerUrl(), { type: 'module' });
	const send = (message: ToExportWorker) => worker.postMessage(message);
	try {
		return await new Promise<Written>((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			worker.onerror = ({ message }) =>
				reject(new Error(message || 'the part of the page that writes files did not start'));
			worker.onmessage = ({ data }: MessageEvent<FromExportWorker>) => {
				if (data.kind === 'need') send({ kind: 'batch', ...batch(data.from) });
				else if (data.kind === 'done') resolve(data.files);
				else reject(new Error(data.reason));
			};
			send({ kind: 'write', ...task });
		});
	} finally {
		worker.terminate();
	}
}
