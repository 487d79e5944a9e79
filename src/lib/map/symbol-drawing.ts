import type { CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { ATTRIBUTION_CODES, SIDE_CODES, type IncidentTable } from '../view/incident-table.ts';
import { LAYER_COLOURS, type LayerStyle, MOST_LAYERS, PALETTE_SLOTS } from '../view/layer-style.ts';
import type { DayRange } from '../view/select.ts';
import {
	ATTRIBUTION_RINGS,
	DIMMED,
	PULSE,
	SIDE_COLOURS,
	SYMBOL_INKS,
	symbolExtentPx,
	symbolScale,
	type SymbolTheme,
} from '../view/symbol-tokens.ts';
import { glProgram, type GlProgram } from './gl-program.ts';
import { incidentRows, ROW_BYTES, ROW_OFFSETS } from './incident-rows.ts';
import {
	ATTRIBUTES,
	fragmentShader,
	leaderShaders,
	type Look,
	vertexShader,
	type Primitive,
} from './incident-shader.ts';
import { ProjectionUniforms } from './projection-uniforms.ts';
import { ROW_STATES } from './row-states.ts';
import { uploadAtlas } from './symbol-atlas-texture.ts';
import { SymbolCache } from './symbol-cache.ts';

const BY_SIDE = -1;
const EMPHASIS = { hovered: 1, selected: 2 } as const;
/** About the side of a symbol in a crowd at scale 1. */
const TYPICAL_SYMBOL_PX = 18;
/** A picture costs about as much as symbols over this share of the map. */
const LEAST_CACHED_SHARE = 0.6;

/** What a frame shows, all of it told through uniforms and the ranges of rows that are drawn. */
export interface SymbolFrame {
	/** Of the map, in CSS pixels. */
	readonly widthPx: number;
	readonly days: DayRange;
	readonly fadeDays: number;
	readonly scale: number;
	/** Of an opened stack, which is drawn in full size whatever the crowd. */
	readonly fanScale: number;
	/** Rings that widen around rows that have just arrived, `[first, end)` each. */
	readonly pulses: readonly { readonly rows: readonly [first: number, end: number]; readonly done: number }[];
	/** `[first, end)`, and before `first` rows of `longRows` only. Empty where only marked rows are drawn. */
	readonly range: readonly [first: number, end: number];
	readonly longRows: Uint32Array;
	readonly isDimmedShown: boolean;
	readonly fanned: readonly number[];
	/** Rows to mark; -1 for none. */
	readonly hovered: number;
	readonly selected: number;
}

/** The incident symbols in WebGL: rows uploaded once, then only uniforms. Made anew for each context. */
export class SymbolDrawing {
	readonly primitive: Primitive;
	readonly #gl: WebGL2RenderingContext;
	readonly #rowBuffer: WebGLBuffer;
	readonly #stateBuffer: WebGLBuffer;
	readonly #plain: WebGLVertexArrayObject;
	/** The same buffers, one row an instance: for quads and for the lines to the symbols of an opened stack. */
	readonly #instanced: WebGLVertexArrayObject;
	readonly #atlas: WebGLTexture;
	readonly #rings: Float32Array;
	readonly #dimmed = Float32Array.from(rgb(DIMMED.grey));
	readonly #projection = new ProjectionUniforms();
	readonly #programs = new Map<string, GlProgram>();
	readonly #cache: SymbolCache;
	#isCached = false;
	/** Counts what changes the picture and is not told with a frame: states, places and colours. */
	#changes = 0;
	#colours = new Float32Array();
	readonly #layers = new Int32Array(MOST_LAYERS + 1);
	#casing = new Float32Array();
	#halo = new Float32Array();

	/** Throws where the device has no room for the rows. */
	constructor(
		gl: WebGL2RenderingContext,
		table: IncidentTable,
		symbols: IncidentSymbols,
		states: Uint8Array,
		theme: SymbolTheme,
		layers: readonly LayerStyle[],
		pixelRatio: number,
	) {
		this.#gl = gl;
		const [, largestPoint] = gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array;
		this.primitive = largestSymbolPx(symbols) * pixelRatio + 2 <= largestPoint! ? 'points' : 'quads';
		while (gl.getError() !== gl.NO_ERROR && !gl.isContextLost());
		this.#rowBuffer = gl.createBuffer();
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#rowBuffer);
		gl.bufferData(gl.ARRAY_BUFFER, incidentRows(table, symbols), gl.STATIC_DRAW);
		this.#stateBuffer = gl.createBuffer();
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#stateBuffer);
		gl.bufferData(gl.ARRAY_BUFFER, states, gl.DYNAMIC_DRAW);
		if (gl.getError() === gl.OUT_OF_MEMORY) throw new RangeError(`No room for ${table.length} rows`);
		this.#plain = this.#vertexArray(0);
		this.#instanced = this.#vertexArray(1);
		this.#atlas = uploadAtlas(gl);
		this.#cache = new SymbolCache(gl);
		this.#rings = Float32Array.from(
			ATTRIBUTION_CODES.flatMap((attribution) => {
				const { segments, filled, widthPx, phase } = ATTRIBUTION_RINGS[attribution];
				return [segments, filled, widthPx, phase];
			}),
		);
		this.setTheme(theme, layers);
	}

	/** With `layers` for each layer of the table how its symbols are coloured; by side where nothing is said. */
	setTheme(theme: SymbolTheme, layers: readonly LayerStyle[]): void {
		this.#changes++;
		const sides = SIDE_CODES.map((side) => SIDE_COLOURS[theme][side]);
		const palette = PALETTE_SLOTS.map((slot) => LAYER_COLOURS[theme][slot]);
		this.#colours = Float32Array.from([...sides, ...palette].flatMap(rgb));
		this.#layers.fill(BY_SIDE);
		layers.forEach(({ colour }, layer) => {
			if (colour !== 'side') this.#layers[layer] = SIDE_CODES.length + PALETTE_SLOTS.indexOf(colour);
		});
		this.#casing = Float32Array.from(rgb(SYMBOL_INKS[theme].casing));
		this.#halo = Float32Array.from(rgb(SYMBOL_INKS[theme].halo));
	}

	setStates(states: Uint8Array): void {
		this.#changes++;
		this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, this.#stateBuffer);
		this.#gl.bufferSubData(this.#gl.ARRAY_BUFFER, 0, states);
	}

	/** Writes anew how far a few rows stand beside their place, and their states. */
	setPlaces(rows: readonly number[], symbols: IncidentSymbols, states: Uint8Array): void {
		const gl = this.#gl;
		this.#changes++;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#rowBuffer);
		for (const row of rows) {
			const offset = Int8Array.of(symbols.offsetX[row]!, symbols.offsetY[row]!);
			gl.bufferSubData(gl.ARRAY_BUFFER, row * ROW_BYTES + ROW_OFFSETS.offset, offset);
		}
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#stateBuffer);
		for (const row of rows) gl.bufferSubData(gl.ARRAY_BUFFER, row, states, row, 1);
	}

	/** Before `draw` in each frame and outside of the map's own: keeps a picture of many symbols where that pays. */
	prepare(args: CustomRenderMethodInput, map: MaplibreMap, frame: SymbolFrame): void {
		const { drawingBufferWidth: width, drawingBufferHeight: height } = this.#gl;
		const { days, fadeDays, scale, widthPx, isDimmedShown } = frame;
		const [first, end] = frame.range;
		const side = TYPICAL_SYMBOL_PX * scale * (width / widthPx);
		if ((end - first) * side ** 2 < LEAST_CACHED_SHARE * width * height) {
			this.#isCached = false;
			this.#cache.forget();
			return;
		}
		const others = [scale, widthPx, fadeDays, Number(isDimmedShown), this.#changes];
		const isGrowing = fadeDays === 0 && !isDimmedShown;
		this.#isCached = this.#cache.prepare({ args, map, others, days, end, isGrowing }, (firstRow) => {
			this.#drawSymbols(args, map, frame, firstRow);
		});
	}

	draw(args: CustomRenderMethodInput, map: MaplibreMap, frame: SymbolFrame): void {
		const gl = this.#gl;
		const { fanned, hovered, selected, pulses } = frame;
		if (this.#isCached) this.#cache.draw();
		else if (frame.range[1] > frame.range[0]) this.#drawSymbols(args, map, frame, 0);
		if (pulses.length > 0) {
			this.#pass('pulse', args, map, frame, ({ uniform }) => {
				gl.uniform1f(uniform('u_state'), ROW_STATES.passes);
				for (const { rows, done } of pulses) {
					gl.uniform1f(uniform('u_pulse'), done);
					if (rows[1] > rows[0]) this.#drawRows(rows[0], rows[1] - rows[0]);
				}
			});
		}
		if (fanned.length > 0) {
			this.#drawLeaders(args, map, frame);
			this.#pass('plain', args, map, frame, ({ uniform }) => {
				gl.uniform1f(uniform('u_scale'), frame.fanScale);
				gl.uniform1f(uniform('u_state'), ROW_STATES.fanned);
				for (const row of fanned) this.#drawRows(row, 1);
			});
		}
		if (hovered >= 0 || selected >= 0) {
			this.#pass('marked', args, map, frame, ({ uniform }) => {
				for (const row of [hovered, selected]) {
					if (row < 0) continue;
					const isFanned = fanned.includes(row);
					gl.uniform1f(uniform('u_scale'), isFanned ? frame.fanScale : frame.scale);
					gl.uniform1f(uniform('u_state'), isFanned ? ROW_STATES.fanned : ROW_STATES.passes);
					gl.uniform1i(uniform('u_emphasis'), row === selected ? EMPHASIS.selected : EMPHASIS.hovered);
					this.#drawRows(row, 1);
				}
			});
		}
		gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
	}

	/** The rows in the frame's range from `firstRow` on; with 0 the rows that last long too. */
	#drawSymbols(args: CustomRenderMethodInput, map: MaplibreMap, frame: SymbolFrame, firstRow: number): void {
		const gl = this.#gl;
		const [first, end] = frame.range;
		const from = Math.max(first, firstRow);
		this.#pass('plain', args, map, frame, ({ uniform }) => {
			const drawAll = (state: number): void => {
				gl.uniform1f(uniform('u_state'), state);
				if (firstRow === 0) for (const row of frame.longRows) if (row < first) this.#drawRows(row, 1);
				if (end > from) this.#drawRows(from, end - from);
			};
			if (frame.isDimmedShown) drawAll(ROW_STATES.excluded);
			drawAll(ROW_STATES.passes);
		});
	}

	/** Calls `draw` with a program that is ready to draw rows, once for each copy of the world in view. */
	#pass(
		look: Look | 'leaders',
		args: CustomRenderMethodInput,
		map: MaplibreMap,
		{ widthPx, days, fadeDays, scale }: SymbolFrame,
		draw: (program: GlProgram) => void,
	): void {
		const gl = this.#gl;
		const { width, height, pixelRatio, margin } = openViewport(gl, widthPx, this.primitive);
		const program = this.#use(look, args.shaderData);
		const { uniform } = program;
		gl.uniform2f(uniform('u_viewport'), width / pixelRatio, height / pixelRatio);
		gl.uniform2f(uniform('u_inset'), width / (width + 2 * margin), height / (height + 2 * margin));
		gl.uniform3fv(uniform('u_halo'), this.#halo);
		gl.uniform1f(uniform('u_scale'), scale);
		if (look !== 'leaders') {
			gl.activeTexture(gl.TEXTURE0);
			gl.bindTexture(gl.TEXTURE_2D, this.#atlas);
			gl.uniform1i(uniform('u_atlas'), 0);
			gl.uniform1f(uniform('u_pixel_ratio'), pixelRatio);
			gl.uniform2f(uniform('u_days'), days[0], days[1]);
			gl.uniform1f(uniform('u_fade_days'), fadeDays);
			gl.uniform3fv(uniform('u_colours'), this.#colours);
			gl.uniform1iv(uniform('u_layers'), this.#layers);
			gl.uniform4fv(uniform('u_rings'), this.#rings);
			gl.uniform3fv(uniform('u_dimmed'), this.#dimmed);
			gl.uniform3fv(uniform('u_casing'), this.#casing);
		}
		this.#projection.forEachWorld(gl, program, args, map, () => {
			const isInstanced = look === 'leaders' || this.primitive === 'quads';
			gl.bindVertexArray(isInstanced ? this.#instanced : this.#plain);
			draw(program);
		});
		gl.bindVertexArray(null);
	}

	delete(): void {
		const gl = this.#gl;
		for (const { program } of this.#programs.values()) gl.deleteProgram(program);
		for (const buffer of [this.#rowBuffer, this.#stateBuffer]) gl.deleteBuffer(buffer);
		for (const vertexArray of [this.#plain, this.#instanced]) gl.deleteVertexArray(vertexArray);
		gl.deleteTexture(this.#atlas);
		this.#cache.delete();
	}

	#drawLeaders(args: CustomRenderMethodInput, map: MaplibreMap, frame: SymbolFrame): void {
		this.#pass('leaders', args, map, frame, ({ uniform }) => {
			this.#gl.uniform1f(uniform('u_scale'), frame.fanScale);
			for (const row of frame.fanned) this.#drawInstances(row, 1);
		});
	}

	#use(look: Look | 'leaders', { variantName, vertexShaderPrelude, define }: CustomRenderMethodInput['shaderData']) {
		const key = `${look} ${variantName}`;
		let program = this.#programs.get(key);
		if (!program) {
			const sources =
				look === 'leaders'
					? leaderShaders(vertexShaderPrelude, define)
					: ([
							vertexShader(this.primitive, look, vertexShaderPrelude, define),
							fragmentShader(this.primitive, look),
						] as const);
			this.#programs.set(key, (program = glProgram(this.#gl, ...sources)));
		}
		this.#gl.useProgram(program.program);
		return program;
	}

	#drawRows(first: number, count: number): void {
		if (this.primitive === 'points') this.#gl.drawArrays(this.#gl.POINTS, first, count);
		else this.#drawInstances(first, count);
	}

	/** WebGL2 has no first instance: the attributes start there instead. */
	#drawInstances(first: number, count: number): void {
		this.#pointAttributesAt(first);
		this.#gl.drawArraysInstanced(this.#gl.TRIANGLE_STRIP, 0, 4, count);
	}

	#vertexArray(divisor: number): WebGLVertexArrayObject {
		const gl = this.#gl;
		const vertexArray = gl.createVertexArray();
		gl.bindVertexArray(vertexArray);
		for (const location of Object.values(ATTRIBUTES)) {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, divisor);
		}
		this.#pointAttributesAt(0);
		gl.bindVertexArray(null);
		return vertexArray;
	}

	#pointAttributesAt(row: number): void {
		const gl = this.#gl;
		const at = (offset: number) => row * ROW_BYTES + offset;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#rowBuffer);
		gl.vertexAttribPointer(ATTRIBUTES.position, 4, gl.FLOAT, false, ROW_BYTES, at(ROW_OFFSETS.position));
		gl.vertexAttribPointer(ATTRIBUTES.days, 2, gl.FLOAT, false, ROW_BYTES, at(ROW_OFFSETS.days));
		gl.vertexAttribIPointer(ATTRIBUTES.codes, 4, gl.UNSIGNED_BYTE, ROW_BYTES, at(ROW_OFFSETS.codes));
		gl.vertexAttribPointer(ATTRIBUTES.offset, 2, gl.BYTE, false, ROW_BYTES, at(ROW_OFFSETS.offset));
		gl.vertexAttribPointer(ATTRIBUTES.radius, 1, gl.UNSIGNED_BYTE, false, ROW_BYTES, at(ROW_OFFSETS.radius));
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#stateBuffer);
		gl.vertexAttribPointer(ATTRIBUTES.state, 1, gl.UNSIGNED_BYTE, false, 1, row);
	}
}

const POINT_MARGIN_PX = 48;

/** GL drops a point as soon as its middle leaves the viewport, so points get one that is larger than the map all around. */
function openViewport(gl: WebGL2RenderingContext, widthPx: number, primitive: Primitive) {
	const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
	const pixelRatio = width / widthPx;
	const margin = primitive === 'points' ? Math.ceil(POINT_MARGIN_PX * pixelRatio) : 0;
	gl.viewport(-margin, -margin, width + 2 * margin, height + 2 * margin);
	return { width, height, pixelRatio, margin };
}

function largestSymbolPx(symbols: IncidentSymbols): number {
	let largest = 0;
	for (const radius of symbols.radius) largest = Math.max(largest, radius);
	return 2 * (symbolExtentPx(largest) + PULSE.reachPx) * symbolScale(Infinity, 0);
}

/** Red, green and blue from 0 to 1 of `#rrggbb`. */
export function rgb(hex: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}
