import type { Approach } from './approach.ts';
import { bareMap } from './bare-map.ts';
import { nextRender } from './map-probe.ts';

/** A map that shows nothing: what a frame costs anyhow. */
export class Empty implements Approach {
	async open(): Promise<void> {
		await bareMap();
	}

	load(): Promise<void> {
		return nextRender();
	}

	step(): void {
		// Nothing follows the time.
	}

	settled(): Promise<void> {
		return nextRender();
	}

	pick(): number {
		return 0;
	}
}
