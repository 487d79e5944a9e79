import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { type IncidentTable, SIDE_CODES } from '../../../lib/view/incident-table.ts';
import type { DayRange } from '../../../lib/view/select.ts';
import { SIDE_COLOURS } from '../../../lib/view/symbol-tokens.ts';
import type { Approach } from './approach.ts';
import { bareMap } from './bare-map.ts';
import { nextRender } from './map-probe.ts';

/**
 * deck.gl as kepler.gl uses it: circles, all of them drawn in every frame, those out of the range thrown away by the
 * GPU. kepler.gl holds four filter values a row, of which two are needed here, so this is the kinder case.
 */
export class Deck implements Approach {
	readonly #data: object;
	#overlay: MapLibreOverlay | null = null;

	constructor(table: IncidentTable) {
		const positions = new Float64Array(table.length * 2);
		const colours = new Uint8Array(table.length * 4);
		const times = new Float32Array(table.length * 2);
		const palette = SIDE_CODES.map((side) =>
			[1, 3, 5].map((at) => Number.parseInt(SIDE_COLOURS.light[side].slice(at, at + 2), 16)),
		);
		let length = 0;
		for (let row = 0; row < table.length; row++) {
			if (table.isPoint[row] !== 1) continue;
			positions.set([table.lng[row]!, table.lat[row]!], length * 2);
			colours.set([...palette[table.side[row]!]!, 255], length * 4);
			times.set([table.startDay[row]!, table.endDay[row]!], length * 2);
			length++;
		}
		this.#data = {
			length,
			attributes: {
				getPosition: { value: positions, size: 2 },
				getFillColor: { value: colours, size: 4, normalized: true },
				getFilterValue: { value: times, size: 2 },
			},
		};
	}

	async open(): Promise<void> {
		const map = await bareMap();
		this.#overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
		map.addControl(this.#overlay);
		await nextRender();
	}

	async load(): Promise<void> {
		this.step([0, 1e6]);
		await nextRender();
		await nextRender();
	}

	step([from, to]: DayRange): void {
		const layer = new ScatterplotLayer({
			id: 'incidents',
			data: this.#data as never,
			getRadius: 4,
			radiusUnits: 'pixels',
			pickable: true,
			extensions: [new DataFilterExtension({ filterSize: 2 })],
			filterRange: [
				[0, to],
				[from, 1e6],
			],
		} as never);
		this.#overlay!.setProps({ layers: [layer] });
	}

	settled(): Promise<void> {
		return nextRender();
	}

	pick(x: number, y: number): number {
		return this.#overlay!.pickObject({ x, y, radius: 3 }) ? 1 : 0;
	}
}
