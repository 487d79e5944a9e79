import { Map as MaplibreMap } from 'maplibre-gl';

/** The latest map made on this page, whoever made it, and the script time its frames have taken. */
export const probe: { map: MaplibreMap | null; renderMs: number } = { map: null, renderMs: 0 };

interface Internals {
	_render(this: MaplibreMap, paintStartTimeStamp: number): unknown;
}

/** Has every map made from now on noted. */
export function installProbe(): void {
	const internals = MaplibreMap.prototype as unknown as Internals;
	// eslint's unbound-method is not in use; the method is called with its map below.
	const render = internals._render;
	internals._render = function (paintStartTimeStamp) {
		probe.map = this;
		const started = performance.now();
		const result = render.call(this, paintStartTimeStamp);
		probe.renderMs += performance.now() - started;
		return result;
	};
}

/** Resolves after the next frame the map draws, which is asked for. */
export function nextRender(): Promise<void> {
	const { map } = probe;
	if (!map) return Promise.reject(new Error('There is no map yet'));
	return new Promise((resolve) => {
		map.once('render', () => resolve());
		map.triggerRepaint();
	});
}

/** Resolves when the map has nothing left to load or draw. */
export function nextIdle(): Promise<void> {
	const { map } = probe;
	if (!map) return Promise.reject(new Error('There is no map yet'));
	return new Promise((resolve) => {
		map.once('idle', () => resolve());
		map.triggerRepaint();
	});
}

/** Waits for the GPU process to have drawn what it was given, so that its cost falls into the step that caused it. */
export function finishDrawing(): void {
	const gl = probe.map?.getCanvas().getContext('webgl2');
	gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** Resolves when a condition holds, looked at with every frame. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => requestAnimationFrame(resolve));
}
