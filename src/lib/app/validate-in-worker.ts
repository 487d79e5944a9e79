import type { FromValidateWorker, ToValidateWorker } from './validate-messages.ts';
import { validateWorkerUrl } from './validate-worker-url.ts';

type Answer<Kind> = Extract<FromValidateWorker, { kind: Kind }>;

/** What a file's check found. Throws with a sentence, or the signal's reason. */
export async function checkInWorker(file: File, onprogress: (bytes: number) => void, signal: AbortSignal) {
	return (await ask<'checked'>({ kind: 'check', file }, onprogress, signal)).checked;
}

/** A copy of a file with all fixes made that are safe, and what is left in it. Throws as `checkInWorker` does. */
export function fixInWorker(file: File, onprogress: (bytes: number) => void, signal: AbortSignal) {
	return ask<'fixed'>({ kind: 'fix', file }, onprogress, signal);
}

async function ask<Kind extends 'checked' | 'fixed'>(
	message: ToValidateWorker,
	onprogress: (bytes: number) => void,
	signal: AbortSignal,
): Promise<Answer<Kind>> {
	signal.throwIfAborted();
	const worker = new Worker(validateWorkerUrl(), { type: 'module' });
	try {
		return await new Promise<Answer<Kind>>((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			worker.onerror = ({ message: reason }) =>
				reject(new Error(reason || 'the part of the page that checks files did not start'));
			worker.onmessage = ({ data }: MessageEvent<FromValidateWorker>) => {
				if (data.kind === 'progress') onprogress(data.bytes);
				else if (data.kind === 'failed') reject(new Error(data.reason));
				else resolve(data as Answer<Kind>);
			};
			worker.postMessage(message);
		});
	} finally {
		worker.terminate();
	}
}
