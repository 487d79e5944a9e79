import importWorkerPath from './import-worker.ts?worker&url';

/** Absolute address of the worker that reads files. */
export function importWorkerUrl(): string {
	return new URL(importWorkerPath, document.baseURI).href;
}
