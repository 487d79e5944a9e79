import { flushSync, mount } from 'svelte';
import { AtlasState } from '../../../lib/app/state.svelte.ts';
import AtlasStage from '../../../lib/app/AtlasStage.svelte';
import type { IncidentLayer } from '../../../lib/map/incident-layer.ts';
import { buildIncidentTable, type IncidentTable } from '../../../lib/view/incident-table.ts';
import type { DayRange } from '../../../lib/view/select.ts';
import '../../../app.css';
import type { View } from '../../../lib/view/view.ts';
import type { Approach } from './approach.ts';
import { CAMERA } from './camera.ts';
import './map-only.css';
import { nextIdle, nextRender, probe, until } from './map-probe.ts';

/** The atlas itself: its state with its map, and around it its page, seen or hidden. */
export class Atlas implements Approach {
	readonly app = new AtlasState();
	readonly table: IncidentTable;
	readonly #show: View['show'];
	readonly #isWhole: boolean;

	constructor(table: IncidentTable, show: View['show'], isWhole: boolean) {
		this.table = table;
		this.#show = show;
		this.#isWhole = isWhole;
	}

	/** Shows the page without rows. */
	async open(): Promise<void> {
		const target = document.body;
		const assets = new URL(this.#isWhole ? '/' : '/nothing/', location.href).href;
		document.documentElement.classList.toggle('map-only', !this.#isWhole);
		const props = { app: this.app, plainRows: [], assets, replaceAddress: () => undefined };
		mount(AtlasStage, { target, props });
		await until(() => document.querySelector('[data-state="ready"]') !== null && probe.map !== null);
		for (let at: Element | null = probe.map!.getCanvas(); at; at = at.parentElement) at.classList.add('holds-map');
		this.app.patch({ camera: CAMERA, show: this.#show });
		const areas = { type: 'FeatureCollection' as const, features: [] };
		this.app.loaded = { ...this.app.loaded, table: buildIncidentTable([]), areas, statements: [], aggregates: [] };
		flushSync();
		await nextIdle();
	}

	async load(): Promise<void> {
		this.app.loaded = { ...this.app.loaded, table: this.table };
		flushSync();
		this.layer().setShow(this.#show, false);
		await nextRender();
	}

	step(days: DayRange, mode: 'window' | 'cumulative'): void {
		this.app.patch({ mode, position: days[1], windowDays: days[1] - days[0] + 1 });
		flushSync();
	}

	settled(): Promise<void> {
		return nextRender();
	}

	pickable(): Promise<void> {
		return this.layer().indexed();
	}

	pick(x: number, y: number): number {
		return this.layer().rowsAt({ x, y }, 3).length;
	}

	layer(): IncidentLayer {
		const layer = probe.map!.getLayer('incidents') as unknown as { implementation: IncidentLayer };
		return layer.implementation;
	}
}
