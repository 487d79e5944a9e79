import workerPath from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import incidentIndexWorkerPath from './incident-index-worker.ts?worker&url';

/** Absolute address of MapLibre's worker. */
export function workerUrl(): string {
	return new URL(workerPath, document.baseURI).href;
}

/** Absolute address of our own worker. It and MapLibre's are the scripts the page may start besides its own. */
export function incidentIndexWorkerUrl(): string {
	return new URL(incidentIndexWorkerPath, document.baseURI).href;
}
