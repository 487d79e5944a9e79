/** Why there is no map, or less than a whole one. `degraded`: incidents are counted, since not all can be drawn. */
export type MapFailure = 'no-webgl2' | 'worker-blocked' | 'basemap-failed' | 'context-lost' | 'degraded';

/** How long the worker may take to answer, and a lost context to come back, before the reader is told. */
export const PATIENCE_MS = 3000;

/** Whether the browser can draw the map at all. MapLibre's constructor throws where it cannot. */
export function hasWebGL2(): boolean {
	const gl = document.createElement('canvas').getContext('webgl2');
	gl?.getExtension('WEBGL_lose_context')?.loseContext();
	return gl !== null;
}

const TICK_MS = 100;

/**
 * A wait that says once when it has taken too long, unless it is over by then. Time in which the page itself was too
 * busy to run a timer does not count.
 */
export class Deadline {
	#timer: ReturnType<typeof setTimeout> | undefined;

	start(ms: number, onLate: () => void): void {
		this.stop();
		this.#timer = setTimeout(
			() => {
				if (ms <= TICK_MS) onLate();
				else this.start(ms - TICK_MS, onLate);
			},
			Math.min(ms, TICK_MS),
		);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
