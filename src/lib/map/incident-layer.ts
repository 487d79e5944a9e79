import type { CustomLayerInterface, CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import { fanOffsets, incidentSymbols, MOST_FANNED, type IncidentSymbols } from '../view/incident-symbols.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import type { DayRange } from '../view/select.ts';
import { symbolScale, type SymbolTheme } from '../view/symbol-tokens.ts';
import type { View } from '../view/view.ts';
import { Arrivals } from './arrivals.ts';
import { crowdStep } from './crowd-step.ts';
import { DensityDrawing } from './density-drawing.ts';
import { DrawnRows } from './drawn-rows.ts';
import type { HexCounts } from './hex-counts.ts';
import type { MercatorBounds } from './hex-grid.ts';
import { Hexagons } from './hexagons.ts';
import { IncidentPicker } from './incident-picker.ts';
import { mercatorAt, mercatorBounds, pointerFrame } from './pointer-frame.ts';
import { ROW_STATES } from './row-states.ts';
import { SymbolDrawing, type SymbolFrame } from './symbol-drawing.ts';
import { symbolPlacement } from './symbol-placement.ts';

/** With `age`, an incident that ended `days` before the last day on show is at its faintest. */
export interface Fade {
	readonly mode: 'none' | 'age';
	readonly days: number;
}

/** Above this many in view, `auto` counts by hexagons; it goes back to symbols well below, so as not to flicker. */
const MOST_SYMBOLS_IN_VIEW = 4000;
const FEW_SYMBOLS_IN_VIEW = 3000;
/** More rows than this at one moment arrive without rings, which would be a flash. */
const MOST_PULSES = 200;
/** Quads take four vertices a row: where points are too small for the symbols, more rows than this are counted. */
const MOST_QUADS = 200_000;
/** Rows in view beyond which labels and counts of stacks are left out. */
const MOST_LOOKED_AT = 20_000;
const NOBODY: readonly number[] = [];
const NO_ROWS = new Uint32Array(0);

/**
 * Draws incidents as a MapLibre custom layer: symbols, or hexagons where there are too many. Rows are uploaded once, in
 * the table's order of start days; a time step sets uniforms and draws the range of rows that can be on show. It is
 * dropped when the WebGL context is lost: add the same layer again once the context is back.
 */
export class IncidentLayer implements CustomLayerInterface {
	readonly id = 'incidents';
	readonly type = 'custom';
	readonly renderingMode = '2d';
	readonly symbols: IncidentSymbols;
	/** Called when the device turns out to have no room for a symbol for each row. */
	ondegraded: (() => void) | null = null;

	readonly #table: IncidentTable;
	readonly #states: Uint8Array;
	readonly #drawn: DrawnRows;
	readonly #arrivals = new Arrivals();
	#picker: IncidentPicker | null = null;
	readonly #hexagons: Hexagons;
	#days: DayRange = [0, -1];
	#fadeDays = 0;
	#show: View['show'] = 'auto';
	#isDensity = false;
	/** How many share the view, as far as that has been looked at. */
	#crowd = 0;
	#isDegraded = false;
	#isDimmedShown = false;
	#isStill = false;
	#look: readonly [SymbolTheme, readonly LayerStyle[]];
	#selected = -1;
	#hovered = -1;
	#hoveredHexagon = -1;
	/** Rows of the opened stack. */
	#fanned: readonly number[] = NOBODY;

	#map: MaplibreMap | null = null;
	#widthPx = 1;
	#symbolDrawing: SymbolDrawing | null = null;
	#densityDrawing: DensityDrawing | null = null;
	#isMaskStale = false;

	constructor(table: IncidentTable, theme: SymbolTheme, layers: readonly LayerStyle[] = []) {
		this.#table = table;
		this.#look = [theme, layers];
		this.symbols = incidentSymbols(table);
		this.#states = this.symbols.drawable.slice();
		this.#drawn = new DrawnRows(table, this.#states);
		this.#hexagons = new Hexagons(table, this.symbols, this.#drawn, this.#states);
	}

	/** Shows the incidents that may have happened on any day from `from` to `to`, both included. */
	setTime(from: number, to: number, fade: Fade): void {
		const [, before] = this.#days;
		const isFirst = this.#days[1] < this.#days[0];
		this.#days = [from, to];
		this.#fadeDays = fade.mode === 'age' ? Math.max(1, fade.days) : 0;
		if (to < before) this.#arrivals.clear();
		else if (to > before && !isFirst && !this.#isStill) {
			const arrived = this.#drawn.countStarting([Math.max(from, before + 1), to]);
			if (arrived > 0 && arrived <= MOST_PULSES) this.#arrivals.add(before + 1, to, performance.now());
		}
		this.#settle();
	}

	/** One byte for each row of the table: 1 passes the filters. */
	setMask(mask: Uint8Array): void {
		const { length } = this.#table;
		if (mask.length !== length) throw new Error(`Mask of ${mask.length} for ${length} rows`);
		this.fan(-1);
		const { drawable } = this.symbols;
		const states = this.#states;
		// 0, 1 or 2: `none`, `passes` or `excluded`.
		for (let row = 0; row < length; row++) states[row] = drawable[row]! * (ROW_STATES.excluded - mask[row]!);
		this.#drawn.setStates(this.#states);
		this.#hexagons.setStates(this.#states);
		this.#isMaskStale = true;
		this.#settle();
	}

	/** -1 for none. */
	setSelected(row: number): void {
		this.#selected = row;
		this.#map?.triggerRepaint();
	}

	/** -1 for none. */
	setHovered(row: number): void {
		if (row === this.#hovered) return;
		this.#hovered = row;
		this.#map?.triggerRepaint();
	}

	setTheme(theme: SymbolTheme, layers: readonly LayerStyle[] = []): void {
		this.#look = [theme, layers];
		this.#symbolDrawing?.setTheme(theme, layers);
		this.#densityDrawing?.setTheme(theme);
		this.#map?.triggerRepaint();
	}

	/** Whether to draw symbols, hexagons, or what suits the number in view; and what the filters exclude, dimmed. */
	setShow(show: View['show'], isDimmedShown: boolean): void {
		if (show === this.#show && isDimmedShown === this.#isDimmedShown) return;
		this.#show = show;
		this.#isDimmedShown = isDimmedShown;
		this.#settle();
	}

	/** For readers who wish that nothing moves. */
	setStill(isStill: boolean): void {
		this.#isStill = isStill;
		this.#arrivals.clear();
	}

	/** After the map moved: other hexagons, or symbols again, may suit the view better. */
	settle(): void {
		this.#settle();
	}

	get isDensity(): boolean {
		return this.#isDensity;
	}

	/**
	 * Rows whose symbol is under a point of the map, in CSS pixels from its top left; the nearest first, and those that
	 * pass the filters before those shown dimmed.
	 */
	rowsAt(point: { readonly x: number; readonly y: number }, tolerancePx: number): number[] {
		const frame = this.#map && !this.#isDensity ? pointerFrame(this.#map, point, this.scale()) : null;
		if (!frame) return [];
		this.#picker ??= new IncidentPicker(this.symbols);
		const fanned = this.#picker.rowsAmong(this.#fanned, { ...frame, symbolScale: this.fanScale() }, tolerancePx);
		if (fanned.length > 0) return fanned;
		const among = { range: this.#drawn.range(this.#days), longRows: this.#drawn.longRows };
		const isApart = (row: number) => this.isShown(row) && !this.isFanned(row);
		const shown = this.#picker.rowsAt(frame, tolerancePx, isApart, among);
		if (!this.#isDimmedShown || shown.length > 0) return shown;
		return this.#picker.rowsAt(frame, tolerancePx, (row) => this.#isExcluded(row));
	}

	/** The hexagon under a point and how many it holds; `null` where there is none or symbols are drawn. */
	hexagonAt(point: { readonly x: number; readonly y: number }): { cell: number; count: number } | null {
		if (!this.#map || !this.#isDensity) return null;
		const { x, y } = mercatorAt(this.#map, point.x, point.y);
		return this.#hexagons.at(x, y);
	}

	/** The rows on show in a hexagon. Not for use in every time step. */
	rowsInHexagon(cell: number): number[] {
		return [...this.drawnRows()].filter((row) => this.#hexagons.counts?.grid.cellOf[row] === cell);
	}

	setHoveredHexagon(cell: number): void {
		if (cell === this.#hoveredHexagon) return;
		this.#hoveredHexagon = cell;
		this.#map?.triggerRepaint();
	}

	/** How many each hexagon holds, while hexagons are drawn. */
	hexagonCounts(): HexCounts | null {
		return this.#isDensity ? this.#hexagons.counts : null;
	}

	/** Exactly the rows the shader shows, or counts in hexagons, wherever the camera is. */
	drawnRows(): Uint32Array {
		return this.#drawn.list(this.#days);
	}

	/** Resolves when what is under a point is found by an index, or never will be. */
	async indexed(): Promise<void> {
		await this.#picker?.ready();
	}

	/** The drawn rows within bounds in mercator units, in table order; `null` where they are too many to look at each. */
	rowsWithin(bounds: ReturnType<typeof mercatorBounds>): number[] | null {
		if (this.#isDensity || this.#crowd > MOST_LOOKED_AT) return null;
		this.#picker ??= new IncidentPicker(this.symbols);
		return this.#picker.rowsWithin(bounds, (row) => this.isShown(row));
	}

	/** Length of `drawnRows()`, cheap enough for every time step. */
	drawnCount(): number {
		return this.#drawn.count(this.#days);
	}

	/** The rows the filters exclude that are drawn dimmed. */
	dimmedRows(): Uint32Array {
		const isDrawn = this.#isDimmedShown && !this.#isDensity;
		return isDrawn ? this.#drawn.listInState(this.#days, ROW_STATES.excluded) : NO_ROWS;
	}

	/** Sets the stack that holds `row` apart around its place; -1 closes it. Returns the rows that stand apart. */
	fan(row: number): readonly number[] {
		const touched = [...this.#fanned];
		for (const open of this.#fanned) this.#place(open, 0, 0, ROW_STATES.passes);
		this.#fanned = NOBODY;
		const stack = this.symbols.stacks[this.symbols.stack[row] ?? -1];
		if (stack && !this.#isDensity) {
			const shown = [...stack].filter((member) => this.#drawn.has(member, this.#days)).slice(-MOST_FANNED);
			const offsets = fanOffsets(shown.length);
			if (shown.length > 1) {
				shown.forEach((member, index) => this.#place(member, ...offsets[index]!, ROW_STATES.fanned));
				this.#fanned = shown;
				touched.push(...shown);
			}
		}
		this.#symbolDrawing?.setPlaces(touched, this.symbols, this.#states);
		this.#map?.triggerRepaint();
		return this.#fanned;
	}

	get fannedCount(): number {
		return this.#fanned.length;
	}

	isFanned(row: number): boolean {
		return this.#states[row] === ROW_STATES.fanned;
	}

	/** Whether a row is drawn, or counted in a hexagon. */
	isShown(row: number): boolean {
		return this.#drawn.has(row, this.#days);
	}

	/** Where a row's symbol stands at the present zoom, beside its place or on it, and its radius in CSS pixels. */
	placementOf(row: number): ReturnType<typeof symbolPlacement> {
		return symbolPlacement(this.symbols, row, this.isFanned(row) ? this.fanScale() : this.scale(), this.zoom());
	}

	zoom(): number {
		return this.#map?.getZoom() ?? 0;
	}

	/** Scale at which symbols are drawn, and those of an opened stack. */
	scale(): number {
		return symbolScale(this.zoom(), this.#isDensity ? 0 : crowdStep(this.#crowd));
	}

	fanScale(): number {
		return symbolScale(this.zoom(), 0);
	}

	onAdd(map: MaplibreMap): void {
		this.#map = map;
		this.#readWidth();
		map.on('resize', this.#readWidth);
		// Its index is ready when a reader points at something, and does not hold up the first frame.
		map.once('render', () => (this.#picker ??= new IncidentPicker(this.symbols)));
		// What an earlier context held is gone; `render` makes it anew.
		this.#symbolDrawing = null;
		this.#densityDrawing = null;
		this.#settle();
	}

	onRemove(map: MaplibreMap): void {
		map.off('resize', this.#readWidth);
		this.#symbolDrawing?.delete();
		this.#densityDrawing?.delete();
		this.#symbolDrawing = null;
		this.#densityDrawing = null;
		this.#map = null;
	}

	prerender(gl: WebGL2RenderingContext, args: CustomRenderMethodInput): void {
		if (!this.#map || this.#days[1] < this.#days[0]) return;
		// The reader may move far before the map stands still again.
		if (this.#isDensity && !this.#hexagons.hold(this.#shown())) this.#countHexagons();
		if (this.#isReady(gl)) this.#symbolDrawing!.prepare(args, this.#map, this.#frame());
	}

	render(gl: WebGL2RenderingContext, args: CustomRenderMethodInput): void {
		if (!this.#map || this.#days[1] < this.#days[0]) return;
		const hexagons = this.hexagonCounts();
		if (hexagons) {
			this.#densityDrawing ??= new DensityDrawing(gl, this.#look[0]);
			this.#densityDrawing.draw(args, this.#map, hexagons, this.#hoveredHexagon);
		}
		if (!this.#isReady(gl)) return;
		if (this.#arrivals.advance(performance.now())) this.#map.triggerRepaint();
		this.#symbolDrawing!.draw(args, this.#map, this.#frame());
	}

	#frame(): SymbolFrame {
		const { underWay } = this.#arrivals;
		return {
			widthPx: this.#widthPx,
			days: this.#days,
			fadeDays: this.#fadeDays,
			scale: this.scale(),
			fanScale: this.fanScale(),
			pulses: this.#isDensity ? [] : underWay.map(({ days, done }) => ({ rows: this.#drawn.startingIn(days), done })),
			range: this.#isDensity ? [0, 0] : this.#drawn.range(this.#days),
			longRows: this.#drawn.longRows,
			isDimmedShown: this.#isDimmedShown,
			fanned: this.#fanned,
			hovered: this.isShown(this.#hovered) && this.#hovered !== this.#selected ? this.#hovered : -1,
			selected: this.isShown(this.#selected) ? this.#selected : -1,
		};
	}

	/** Whether symbols can be drawn. GL is only touched in a frame, since MapLibre expects its own state at any other time. */
	#isReady(gl: WebGL2RenderingContext): boolean {
		this.#symbolDrawing ??= this.#makeSymbolDrawing(gl);
		if (!this.#symbolDrawing) return false;
		if (this.#isMaskStale) this.#symbolDrawing.setStates(this.#states);
		this.#isMaskStale = false;
		return true;
	}

	/** `null` where the device's limits are too low: then incidents are only counted. */
	#makeSymbolDrawing(gl: WebGL2RenderingContext): SymbolDrawing | null {
		if (this.#isDegraded) return null;
		const pixelRatio = gl.drawingBufferWidth / this.#widthPx;
		try {
			const drawing = new SymbolDrawing(gl, this.#table, this.symbols, this.#states, ...this.#look, pixelRatio);
			this.#isMaskStale = false;
			if (drawing.primitive === 'points' || this.#table.length <= MOST_QUADS) return drawing;
			drawing.delete();
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
		}
		this.#isDegraded = true;
		this.#settle();
		this.ondegraded?.();
		return null;
	}

	/** Brings counts and the choice between symbols and hexagons up to the time, the filters and the view. */
	#settle(): void {
		if (this.#fanned.some((row) => !this.#drawn.has(row, this.#days))) this.fan(this.#fanned[0]!);
		const wasDensity = this.#isDensity;
		const isCounted = this.#isDegraded || this.#show === 'density';
		const isUndecided = !isCounted && this.#show === 'auto' && this.drawnCount() > FEW_SYMBOLS_IN_VIEW;
		if (isCounted || isUndecided) this.#countHexagons();
		const limit = wasDensity ? FEW_SYMBOLS_IN_VIEW : MOST_SYMBOLS_IN_VIEW;
		this.#crowd = isUndecided ? this.#hexagons.counts!.within(...this.#shown()) : this.drawnCount();
		this.#isDensity = isCounted || (isUndecided && this.#crowd > limit);
		if (this.#isDensity && !wasDensity) this.fan(-1);
		this.#map?.triggerRepaint();
	}

	#countHexagons(): void {
		if (this.#hexagons.count(this.#days, this.zoom(), this.#shown())) this.#hoveredHexagon = -1;
	}

	#shown(): MercatorBounds {
		return this.#map ? mercatorBounds(this.#map) : [0, 0, 1, 1];
	}

	#place(row: number, dx: number, dy: number, state: number): void {
		this.symbols.offsetX[row] = dx;
		this.symbols.offsetY[row] = dy;
		this.#states[row] = state;
	}

	#isExcluded(row: number): boolean {
		return this.#states[row] === ROW_STATES.excluded && this.#drawn.isPresent(row, this.#days);
	}

	readonly #readWidth = (): void => {
		this.#widthPx = Math.max(1, this.#map!.getCanvas().clientWidth);
	};
}
