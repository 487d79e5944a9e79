import type { CustomLayerInterface, CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import { incidentSymbols, mercatorX, mercatorY, type IncidentSymbols } from '../view/incident-symbols.ts';
import { ATTRIBUTION_CODES, SIDE_CODES, type IncidentTable } from '../view/incident-table.ts';
import { candidateRows, type DayRange } from '../view/select.ts';
import {
	ATTRIBUTION_RINGS,
	SIDE_COLOURS,
	SYMBOL_INKS,
	symbolExtentPx,
	symbolScale,
	type SymbolTheme,
} from '../view/symbol-tokens.ts';
import { DrawnRows } from './drawn-rows.ts';
import { IncidentPicker } from './incident-picker.ts';
import { incidentProgram, type IncidentProgram } from './incident-program.ts';
import { incidentRows, ROW_BYTES, ROW_OFFSETS } from './incident-rows.ts';
import { ATTRIBUTES, type Primitive } from './incident-shader.ts';
import { symbolAtlas } from './symbol-atlas.ts';

/** With `age`, an incident that ended `days` before the last day on show is at its faintest. */
export interface Fade {
	readonly mode: 'none' | 'age';
	readonly days: number;
}

const EMPHASIS = { none: 0, hovered: 1, selected: 2 } as const;

/**
 * Draws incidents as a MapLibre custom layer. Rows are uploaded once, in the table's order of start days; a time step
 * sets uniforms and draws the range of rows that can be on show. It is dropped when the WebGL context is lost: add the
 * same layer again once the context is back.
 */
export class IncidentLayer implements CustomLayerInterface {
	readonly id = 'incidents';
	readonly type = 'custom';
	readonly renderingMode = '2d';

	readonly #table: IncidentTable;
	readonly #symbols: IncidentSymbols;
	readonly #visible: Uint8Array;
	readonly #drawn: DrawnRows;
	readonly #rings: Float32Array;
	#picker: IncidentPicker | null = null;
	#colours: Float32Array;
	#casing: Float32Array;
	#halo: Float32Array;
	#days: DayRange = [0, -1];
	#fadeDays = 0;
	#selected = -1;
	#hovered = -1;

	#map: MaplibreMap | null = null;
	#widthPx = 1;
	#primitive: Primitive = 'points';
	#programs = new Map<string, IncidentProgram>();
	#vertexArray: WebGLVertexArrayObject | null = null;
	#rowBuffer: WebGLBuffer | null = null;
	#visibleBuffer: WebGLBuffer | null = null;
	#isMaskStale = false;
	#atlas: WebGLTexture | null = null;
	/** Filled anew in each frame instead of being made anew. */
	readonly #centre = new Float32Array(4);
	readonly #clip = new Float32Array(4);
	readonly #angles = new Float32Array(4);
	readonly #matrix = new Float32Array(16);

	constructor(table: IncidentTable, theme: SymbolTheme) {
		this.#table = table;
		this.#symbols = incidentSymbols(table);
		this.#visible = this.#symbols.drawable.slice();
		this.#drawn = new DrawnRows(table, this.#visible);
		this.#rings = Float32Array.from(
			ATTRIBUTION_CODES.flatMap((attribution) => {
				const { segments, filled, widthPx, phase } = ATTRIBUTION_RINGS[attribution];
				return [segments, filled, widthPx, phase];
			}),
		);
		this.#colours = sideColours(theme);
		this.#casing = Float32Array.from(rgb(SYMBOL_INKS[theme].casing));
		this.#halo = Float32Array.from(rgb(SYMBOL_INKS[theme].halo));
	}

	/** Shows the incidents that may have happened on any day from `from` to `to`, both included. */
	setTime(from: number, to: number, fade: Fade): void {
		this.#days = [from, to];
		this.#fadeDays = fade.mode === 'age' ? Math.max(1, fade.days) : 0;
		this.#map?.triggerRepaint();
	}

	/** One byte for each row of the table: 1 passes the filters. */
	setMask(mask: Uint8Array): void {
		if (mask.length !== this.#table.length) throw new Error(`Mask of ${mask.length} for ${this.#table.length} rows`);
		for (let row = 0; row < this.#table.length; row++) this.#visible[row] = mask[row]! & this.#symbols.drawable[row]!;
		this.#drawn.setVisible(this.#visible);
		this.#isMaskStale = true;
		this.#map?.triggerRepaint();
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

	setTheme(theme: SymbolTheme): void {
		this.#colours = sideColours(theme);
		this.#casing = Float32Array.from(rgb(SYMBOL_INKS[theme].casing));
		this.#halo = Float32Array.from(rgb(SYMBOL_INKS[theme].halo));
		this.#map?.triggerRepaint();
	}

	/** Rows whose symbol is under a point of the map, in CSS pixels from its top left; the nearest first. */
	rowsAt(point: { readonly x: number; readonly y: number }, tolerancePx: number): number[] {
		if (!this.#map) return [];
		const step = 4;
		const here = this.#mercatorAt(point.x, point.y);
		const right = this.#mercatorAt(point.x + step, point.y);
		const below = this.#mercatorAt(point.x, point.y + step);
		const xRight = nearestTurn(right.x - here.x) / step;
		const yRight = (right.y - here.y) / step;
		const xDown = nearestTurn(below.x - here.x) / step;
		const yDown = (below.y - here.y) / step;
		const determinant = xRight * yDown - xDown * yRight;
		if (determinant === 0) return [];
		this.#picker ??= new IncidentPicker(this.#symbols);
		const frame = {
			...here,
			pixelsPerUnit: [yDown, -yRight, -xDown, xRight].map((value) => value / determinant) as [
				number,
				number,
				number,
				number,
			],
			symbolScale: this.#scale(),
		};
		return this.#picker.rowsAt(frame, tolerancePx, (row) => this.#drawn.has(row, this.#days));
	}

	/** Exactly the rows the shader shows, wherever the camera is; for tests and for fitting the camera. */
	drawnRows(): Uint32Array {
		return this.#drawn.list(this.#days);
	}

	/** Length of `drawnRows()`, cheap enough for every time step. */
	drawnCount(): number {
		return this.#drawn.count(this.#days);
	}

	onAdd(map: MaplibreMap): void {
		this.#map = map;
		this.#readWidth();
		map.on('resize', this.#readWidth);
		// What an earlier context held is gone; `render` makes it anew.
		this.#programs = new Map();
		this.#vertexArray = null;
	}

	onRemove(map: MaplibreMap, gl: WebGL2RenderingContext): void {
		map.off('resize', this.#readWidth);
		for (const { program } of this.#programs.values()) gl.deleteProgram(program);
		this.#programs.clear();
		gl.deleteBuffer(this.#rowBuffer);
		gl.deleteBuffer(this.#visibleBuffer);
		gl.deleteVertexArray(this.#vertexArray);
		gl.deleteTexture(this.#atlas);
		this.#vertexArray = null;
		this.#map = null;
	}

	render(gl: WebGL2RenderingContext, args: CustomRenderMethodInput): void {
		const [first, end] = candidateRows(this.#table, this.#days);
		if (!this.#map || end <= first) return;
		if (!this.#vertexArray) this.#upload(gl);
		if (this.#isMaskStale) this.#uploadMask(gl);
		const { uniform, program } = this.#programFor(gl, args.shaderData);
		gl.useProgram(program);
		gl.bindVertexArray(this.#vertexArray);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, this.#atlas);
		gl.uniform1i(uniform('u_atlas'), 0);
		const pixelRatio = gl.drawingBufferWidth / this.#widthPx;
		gl.uniform1f(uniform('u_pixel_ratio'), pixelRatio);
		gl.uniform2f(uniform('u_viewport'), this.#widthPx, gl.drawingBufferHeight / pixelRatio);
		gl.uniform1f(uniform('u_scale'), this.#scale());
		gl.uniform2f(uniform('u_days'), this.#days[0], this.#days[1]);
		gl.uniform1f(uniform('u_fade_days'), this.#fadeDays);
		gl.uniform3fv(uniform('u_colours'), this.#colours);
		gl.uniform4fv(uniform('u_rings'), this.#rings);
		gl.uniform3fv(uniform('u_casing'), this.#casing);
		gl.uniform3fv(uniform('u_halo'), this.#halo);

		const isGlobe = args.shaderData.variantName === 'globe';
		const { mainMatrix, fallbackMatrix } = args.defaultProjectionData;
		const { lng, lat } = this.#map.getCenter();
		if (isGlobe) this.#setGlobe(gl, uniform, args, (lng * Math.PI) / 180, (lat * Math.PI) / 180);
		const [firstWorld, lastWorld] = isGlobe ? [0, 0] : this.#worldsInView();
		for (let world = firstWorld; world <= lastWorld; world++) {
			this.#setFlat(gl, uniform, isGlobe ? fallbackMatrix : mainMatrix, mercatorX(lng), mercatorY(lat), world);
			gl.uniform1i(uniform('u_emphasis'), EMPHASIS.none);
			this.#draw(gl, first, end - first);
			if (this.#isDrawn(this.#hovered) && this.#hovered !== this.#selected) {
				gl.uniform1i(uniform('u_emphasis'), EMPHASIS.hovered);
				this.#draw(gl, this.#hovered, 1);
			}
			if (this.#isDrawn(this.#selected)) {
				gl.uniform1i(uniform('u_emphasis'), EMPHASIS.selected);
				this.#draw(gl, this.#selected, 1);
			}
		}
		gl.bindVertexArray(null);
	}

	/** Done while rendering, since MapLibre expects its own GL state at any other time. */
	#upload(gl: WebGL2RenderingContext): void {
		const [, largestPoint] = gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array;
		this.#primitive = this.#largestSymbolPx(gl) <= largestPoint! ? 'points' : 'quads';
		this.#rowBuffer = gl.createBuffer();
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#rowBuffer);
		gl.bufferData(gl.ARRAY_BUFFER, incidentRows(this.#table, this.#symbols), gl.STATIC_DRAW);
		this.#visibleBuffer = gl.createBuffer();
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#visibleBuffer);
		gl.bufferData(gl.ARRAY_BUFFER, this.#visible, gl.DYNAMIC_DRAW);
		this.#isMaskStale = false;
		this.#vertexArray = gl.createVertexArray();
		gl.bindVertexArray(this.#vertexArray);
		for (const location of Object.values(ATTRIBUTES)) {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, this.#primitive === 'quads' ? 1 : 0);
		}
		this.#pointAttributesAt(gl, 0);
		gl.bindVertexArray(null);
		this.#atlas = uploadAtlas(gl);
	}

	#uploadMask(gl: WebGL2RenderingContext): void {
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#visibleBuffer);
		gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.#visible);
		this.#isMaskStale = false;
	}

	#isDrawn(row: number): boolean {
		return row >= 0 && this.#drawn.has(row, this.#days);
	}

	#draw(gl: WebGL2RenderingContext, first: number, count: number): void {
		if (this.#primitive === 'points') {
			gl.drawArrays(gl.POINTS, first, count);
		} else {
			// WebGL2 has no first instance: the attributes start there instead.
			this.#pointAttributesAt(gl, first);
			gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
		}
	}

	#pointAttributesAt(gl: WebGL2RenderingContext, row: number): void {
		const at = (offset: number) => row * ROW_BYTES + offset;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#rowBuffer);
		gl.vertexAttribPointer(ATTRIBUTES.position, 4, gl.FLOAT, false, ROW_BYTES, at(ROW_OFFSETS.position));
		gl.vertexAttribPointer(ATTRIBUTES.days, 2, gl.FLOAT, false, ROW_BYTES, at(ROW_OFFSETS.days));
		gl.vertexAttribIPointer(ATTRIBUTES.codes, 4, gl.UNSIGNED_BYTE, ROW_BYTES, at(ROW_OFFSETS.codes));
		gl.vertexAttribPointer(ATTRIBUTES.offset, 2, gl.BYTE, false, ROW_BYTES, at(ROW_OFFSETS.offset));
		gl.vertexAttribPointer(ATTRIBUTES.radius, 1, gl.UNSIGNED_BYTE, false, ROW_BYTES, at(ROW_OFFSETS.radius));
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#visibleBuffer);
		gl.vertexAttribPointer(ATTRIBUTES.visible, 1, gl.UNSIGNED_BYTE, false, 1, row);
	}

	#setFlat(
		gl: WebGL2RenderingContext,
		uniform: IncidentProgram['uniform'],
		matrix: ArrayLike<number>,
		x: number,
		y: number,
		world: number,
	): void {
		this.#clip.set(transformed(matrix, x, y, 0));
		gl.uniform4fv(uniform('u_flat_centre'), this.#clip);
		this.#matrix.set(matrix);
		gl.uniformMatrix4fv(uniform('u_flat_matrix'), false, this.#matrix);
		this.#centre.set([x - world, y]);
		this.#centre[2] = x - world - this.#centre[0]!;
		this.#centre[3] = y - this.#centre[1]!;
		gl.uniform4fv(uniform('u_centre'), this.#centre);
	}

	#setGlobe(
		gl: WebGL2RenderingContext,
		uniform: IncidentProgram['uniform'],
		{ defaultProjectionData }: CustomRenderMethodInput,
		lng: number,
		lat: number,
	): void {
		const { mainMatrix, clippingPlane, projectionTransition } = defaultProjectionData;
		const [sinLng, cosLng, sinLat, cosLat] = [Math.sin(lng), Math.cos(lng), Math.sin(lat), Math.cos(lat)];
		this.#angles.set([sinLng, cosLng, sinLat, cosLat]);
		gl.uniform4fv(uniform('u_centre_angles'), this.#angles);
		this.#clip.set(transformed(mainMatrix, sinLng * cosLat, sinLat, cosLng * cosLat));
		gl.uniform4fv(uniform('u_globe_centre'), this.#clip);
		this.#matrix.set(mainMatrix);
		gl.uniformMatrix4fv(uniform('u_projection_matrix'), false, this.#matrix);
		gl.uniform4fv(uniform('u_projection_clipping_plane'), clippingPlane);
		gl.uniform1f(uniform('u_projection_transition'), projectionTransition);
	}

	#programFor(gl: WebGL2RenderingContext, shaderData: CustomRenderMethodInput['shaderData']): IncidentProgram {
		let program = this.#programs.get(shaderData.variantName);
		if (!program) {
			program = incidentProgram(gl, this.#primitive, shaderData);
			this.#programs.set(shaderData.variantName, program);
		}
		return program;
	}

	/** Copies of the world in view, 0 being the one from -180 to 180. */
	#worldsInView(): [number, number] {
		if (!this.#map!.getRenderWorldCopies()) return [0, 0];
		const bounds = this.#map!.getBounds();
		return [Math.floor(mercatorX(bounds.getWest()) - 0.05), Math.floor(mercatorX(bounds.getEast()) + 0.05)];
	}

	#scale(): number {
		return symbolScale(this.#map!.getZoom(), this.drawnCount());
	}

	#mercatorAt(x: number, y: number): { x: number; y: number } {
		const { lng, lat } = this.#map!.unproject([x, y]);
		return { x: mercatorX(lng), y: mercatorY(lat) };
	}

	#largestSymbolPx(gl: WebGL2RenderingContext): number {
		const radius = this.#symbols.radius.reduce((largest, px) => Math.max(largest, px), 0);
		return 2 * symbolExtentPx(radius) * symbolScale(Infinity, 0) * (gl.drawingBufferWidth / this.#widthPx) + 2;
	}

	readonly #readWidth = (): void => {
		this.#widthPx = Math.max(1, this.#map!.getCanvas().clientWidth);
	};
}

function uploadAtlas(gl: WebGL2RenderingContext): WebGLTexture {
	const { width, height, data } = symbolAtlas();
	const texture = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, texture);
	gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
	gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
	gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
	gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, data);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
	gl.bindTexture(gl.TEXTURE_2D, null);
	return texture;
}

/** A column-major matrix times `[x, y, z, 1]`, in double precision. */
function transformed(matrix: ArrayLike<number>, x: number, y: number, z: number): [number, number, number, number] {
	const part = (row: number) => matrix[row]! * x + matrix[row + 4]! * y + matrix[row + 8]! * z + matrix[row + 12]!;
	return [part(0), part(1), part(2), part(3)];
}

function sideColours(theme: SymbolTheme): Float32Array {
	return Float32Array.from(SIDE_CODES.flatMap((side) => rgb(SIDE_COLOURS[theme][side])));
}

function rgb(hex: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function nearestTurn(difference: number): number {
	return difference - Math.round(difference);
}
