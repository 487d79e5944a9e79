import exportWorkerPath from './export-worker.ts?worker&url';

/** Absolute address of the worker that writes exports. */
export function exportWorkerUrl(): string {
	return new URL(exportWorkerPath, document.baseURI).href;
}
