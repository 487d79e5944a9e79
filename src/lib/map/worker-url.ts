import workerPath from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** Absolute address of MapLibre's worker: the one script the page may start besides its own. */
export function workerUrl(): string {
	return new URL(workerPath, document.baseURI).href;
}
