import type { MapFailure } from '../map/map-health.ts';
import type { Messages } from '../ui/messages/messages.ts';

/** What went wrong with the map and has not mended itself. */
export class MapFailures {
	#reasons: readonly MapFailure[] = $state.raw([]);

	/** Whether no map can be drawn at all, so that the table stands in for it. */
	readonly withoutMap = $derived(this.#reasons.includes('no-webgl2'));

	add(reason: MapFailure): void {
		if (!this.#reasons.includes(reason)) this.#reasons = [...this.#reasons, reason];
	}

	/** The map draws (again). */
	recover(): void {
		this.#reasons = this.#reasons.filter((reason) => reason === 'basemap-failed' || reason === 'degraded');
	}

	sentences(m: Messages['map']): string[] {
		const words: Record<MapFailure, string> = {
			'no-webgl2': m.noWebgl,
			'worker-blocked': m.workerBlocked,
			'basemap-failed': m.basemapFailed,
			'context-lost': m.contextLost,
			degraded: m.degraded,
		};
		return this.#reasons.map((reason) => words[reason]);
	}
}
