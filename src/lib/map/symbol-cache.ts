import type { CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import type { DayRange } from '../view/select.ts';
import { glProgram, type GlProgram } from './gl-program.ts';

/** What a drawn picture of the symbols depends on, besides the rows on show. */
export interface PictureOf {
	readonly args: CustomRenderMethodInput;
	readonly map: MaplibreMap;
	/** Any other number that changes the picture: sizes, fading, counters of changed states or colours. */
	readonly others: readonly number[];
	readonly days: DayRange;
	/** The rows are `[first, end)` of the table; they are drawn in this order. */
	readonly end: number;
	/** Whether rows that come later are only drawn on top of what is there, and nothing else changes with time. */
	readonly isGrowing: boolean;
}

const KEY_LENGTH = 64;

/**
 * A picture of the symbols, kept while the map stands still: where time only adds rows, as in cumulative playback, a
 * step costs its own rows however many there are; and a frame in which only the map's labels or the pointer changed
 * costs none. A picture is begun when a second frame in a row could have used it, since the picture itself costs a
 * little: none is made while the map moves.
 */
export class SymbolCache {
	readonly #gl: WebGL2RenderingContext;
	#framebuffer: WebGLFramebuffer | null = null;
	#texture: WebGLTexture | null = null;
	#program: GlProgram | null = null;
	#vertexArray: WebGLVertexArrayObject | null = null;
	#width = 0;
	#height = 0;
	/** Of the latest frame, kept or not. */
	readonly #key = new Float64Array(KEY_LENGTH);
	readonly #next = new Float64Array(KEY_LENGTH);
	#days: DayRange = [0, -1];
	#variant = '';
	/** Rows before this one are in the picture; -1 where there is none. */
	#end = -1;

	constructor(gl: WebGL2RenderingContext) {
		this.#gl = gl;
	}

	/**
	 * Brings the picture up to a frame by `draw`, which is given the first row to be drawn and draws into what is bound.
	 * False where the frame is better drawn without it.
	 */
	prepare(of: PictureOf, draw: (firstRow: number) => void): boolean {
		const isSame = this.#isSame(of);
		const [from, to] = this.#days;
		const isSameTime = from === of.days[0] && to === of.days[1];
		const canGrow = of.isGrowing && from === of.days[0];
		this.#days = of.days;
		if (!isSame || (!isSameTime && !canGrow)) {
			this.#end = -1;
			return false;
		}
		const isHeld = this.#end >= 0 && to <= of.days[1];
		if (isHeld && this.#end === of.end) return true;
		this.#bind(!isHeld);
		draw(isHeld ? this.#end : 0);
		this.#gl.bindFramebuffer(this.#gl.FRAMEBUFFER, null);
		this.#end = of.end;
		return true;
	}

	/** For a frame that is drawn without asking. */
	forget(): void {
		this.#end = -1;
	}

	/** Lays the picture over what is bound. */
	draw(): void {
		const gl = this.#gl;
		this.#program ??= glProgram(gl, VERTEX_SHADER, FRAGMENT_SHADER);
		this.#vertexArray ??= gl.createVertexArray();
		gl.viewport(0, 0, this.#width, this.#height);
		gl.useProgram(this.#program.program);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, this.#texture);
		gl.uniform1i(this.#program.uniform('u_picture'), 0);
		gl.bindVertexArray(this.#vertexArray);
		gl.drawArrays(gl.TRIANGLES, 0, 3);
		gl.bindVertexArray(null);
	}

	delete(): void {
		const gl = this.#gl;
		gl.deleteFramebuffer(this.#framebuffer);
		gl.deleteTexture(this.#texture);
		gl.deleteVertexArray(this.#vertexArray);
		if (this.#program) gl.deleteProgram(this.#program.program);
	}

	/** Whether the frame before this one differs at most in the rows; notes what this one is of. */
	#isSame({ args, map, others }: PictureOf): boolean {
		const { drawingBufferWidth, drawingBufferHeight } = this.#gl;
		const { mainMatrix, fallbackMatrix, clippingPlane, projectionTransition } = args.defaultProjectionData;
		const { lng, lat } = map.getCenter();
		const next = this.#next;
		next.set(mainMatrix, 0);
		next.set(fallbackMatrix, 16);
		next.set(clippingPlane, 32);
		next.set([projectionTransition, lng, lat, drawingBufferWidth, drawingBufferHeight], 36);
		next.set(others, 41);
		let isSame = this.#variant === args.shaderData.variantName;
		for (let at = 0; isSame && at < KEY_LENGTH; at++) isSame = next[at] === this.#key[at];
		this.#key.set(next);
		this.#variant = args.shaderData.variantName;
		return isSame;
	}

	#bind(isEmptied: boolean): void {
		const gl = this.#gl;
		const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
		if (width !== this.#width || height !== this.#height) this.#allocate(width, height);
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
		gl.disable(gl.SCISSOR_TEST);
		gl.disable(gl.STENCIL_TEST);
		gl.disable(gl.DEPTH_TEST);
		gl.disable(gl.CULL_FACE);
		gl.colorMask(true, true, true, true);
		gl.enable(gl.BLEND);
		gl.blendEquation(gl.FUNC_ADD);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		if (!isEmptied) return;
		gl.clearColor(0, 0, 0, 0);
		gl.clear(gl.COLOR_BUFFER_BIT);
	}

	#allocate(width: number, height: number): void {
		const gl = this.#gl;
		gl.deleteTexture(this.#texture);
		this.#texture = gl.createTexture();
		gl.bindTexture(gl.TEXTURE_2D, this.#texture);
		gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
		this.#framebuffer ??= gl.createFramebuffer();
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
		gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#texture, 0);
		this.#width = width;
		this.#height = height;
	}
}

/** One triangle that covers the map. */
const VERTEX_SHADER = `#version 300 es
void main() { gl_Position = vec4(float(gl_VertexID & 1) * 4.0 - 1.0, float(gl_VertexID & 2) * 2.0 - 1.0, 0.0, 1.0); }`;

const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
out vec4 fragColor;
void main() { fragColor = texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0); }`;
