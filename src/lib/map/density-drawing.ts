import type { CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import { DENSITY_FROM, DENSITY_RAMPS, densityClass } from '../view/density-tokens.ts';
import { SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';
import { glProgram, type GlProgram } from './gl-program.ts';
import type { HexCounts } from './hex-counts.ts';
import type { HexGrid } from './hex-grid.ts';
import { projectionShader } from './projection-shader.ts';
import { ProjectionUniforms } from './projection-uniforms.ts';
import { rgb } from './symbol-drawing.ts';

const ATTRIBUTES = { position: 0, density: 1 } as const;
const FLOATS_PER_CELL = 4;
/** Hexagons leave a little of the map between them. */
const FILLED = 0.95;
const OPACITY = 0.82;

/** The hexagons in WebGL: their places uploaded once for a grid, a byte each when their counts change. */
export class DensityDrawing {
	readonly #gl: WebGL2RenderingContext;
	readonly #vertexArray: WebGLVertexArrayObject;
	readonly #places: WebGLBuffer;
	readonly #densities: WebGLBuffer;
	readonly #projection = new ProjectionUniforms();
	readonly #programs = new Map<string, GlProgram>();
	#ramp = new Float32Array();
	#halo = new Float32Array();
	#grid: HexGrid | null = null;
	/** Class of each hexagon plus 1; 0 for an empty one. */
	#classes = new Uint8Array();

	constructor(gl: WebGL2RenderingContext, theme: SymbolTheme) {
		this.#gl = gl;
		this.#places = gl.createBuffer();
		this.#densities = gl.createBuffer();
		this.#vertexArray = gl.createVertexArray();
		gl.bindVertexArray(this.#vertexArray);
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#places);
		gl.vertexAttribPointer(ATTRIBUTES.position, FLOATS_PER_CELL, gl.FLOAT, false, 0, 0);
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#densities);
		gl.vertexAttribPointer(ATTRIBUTES.density, 1, gl.UNSIGNED_BYTE, false, 0, 0);
		for (const location of Object.values(ATTRIBUTES)) {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, 1);
		}
		gl.bindVertexArray(null);
		this.setTheme(theme);
	}

	setTheme(theme: SymbolTheme): void {
		this.#ramp = Float32Array.from(DENSITY_RAMPS[theme].flatMap(rgb));
		this.#halo = Float32Array.from(rgb(SYMBOL_INKS[theme].halo));
	}

	/** `hovered` is a hexagon of the counts' grid, or -1. */
	draw(args: CustomRenderMethodInput, map: MaplibreMap, hexagons: HexCounts, hovered: number): void {
		const gl = this.#gl;
		this.#upload(hexagons);
		const { variantName, vertexShaderPrelude, define } = args.shaderData;
		let program = this.#programs.get(variantName);
		if (!program) {
			program = glProgram(gl, vertexShader(vertexShaderPrelude, define), FRAGMENT_SHADER);
			this.#programs.set(variantName, program);
		}
		const { uniform } = program;
		gl.useProgram(program.program);
		gl.uniform1f(uniform('u_size'), hexagons.grid.size * FILLED);
		gl.uniform3fv(uniform('u_ramp'), this.#ramp);
		gl.uniform3fv(uniform('u_halo'), this.#halo);
		gl.uniform1i(uniform('u_hovered'), hovered);
		gl.bindVertexArray(this.#vertexArray);
		this.#projection.forEachWorld(gl, program, args, map, () => {
			gl.drawArraysInstanced(gl.TRIANGLE_FAN, 0, 6, hexagons.grid.length);
		});
		gl.bindVertexArray(null);
	}

	delete(): void {
		for (const { program } of this.#programs.values()) this.#gl.deleteProgram(program);
		this.#gl.deleteBuffer(this.#places);
		this.#gl.deleteBuffer(this.#densities);
		this.#gl.deleteVertexArray(this.#vertexArray);
	}

	#upload({ grid, counts }: HexCounts): void {
		const gl = this.#gl;
		if (grid !== this.#grid) {
			this.#grid = grid;
			this.#classes = new Uint8Array(grid.length);
			const places = new Float32Array(grid.length * FLOATS_PER_CELL);
			for (let cell = 0; cell < grid.length; cell++) {
				const at = cell * FLOATS_PER_CELL;
				places[at] = grid.x[cell]!;
				places[at + 1] = grid.y[cell]!;
				places[at + 2] = grid.x[cell]! - places[at]!;
				places[at + 3] = grid.y[cell]! - places[at + 1]!;
			}
			gl.bindBuffer(gl.ARRAY_BUFFER, this.#places);
			gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
			gl.bindBuffer(gl.ARRAY_BUFFER, this.#densities);
			gl.bufferData(gl.ARRAY_BUFFER, this.#classes.length, gl.DYNAMIC_DRAW);
		}
		let hasChanged = false;
		for (let cell = 0; cell < counts.length; cell++) {
			const value = densityClass(counts[cell]!) + 1;
			if (value === this.#classes[cell]) continue;
			this.#classes[cell] = value;
			hasChanged = true;
		}
		if (!hasChanged) return;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#densities);
		gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.#classes);
	}
}

function vertexShader(prelude: string, define: string): string {
	return `#version 300 es
${projectionShader(prelude, define)}
layout(location = ${ATTRIBUTES.position}) in vec4 a_position; // mercator: high parts, low parts
layout(location = ${ATTRIBUTES.density}) in float a_density;
uniform float u_size;
uniform vec3 u_ramp[${DENSITY_FROM.length}];
uniform vec3 u_halo;
uniform int u_hovered;
flat out vec4 v_ink;
void main() {
	if (a_density < 0.5) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside the clip volume
		return;
	}
	float angle = (float(gl_VertexID) + 0.5) * 1.0471975512;
	gl_Position = project(fromCentre(a_position) + u_size * vec2(cos(angle), sin(angle)));
	vec3 colour = u_ramp[int(a_density) - 1];
	bool isHovered = gl_InstanceID == u_hovered;
	v_ink = vec4(isHovered ? mix(colour, u_halo, 0.35) : colour, 1.0) * (isHovered ? 0.95 : ${OPACITY});
}`;
}

const FRAGMENT_SHADER = `#version 300 es
precision highp float;
flat in vec4 v_ink;
out vec4 fragColor;
void main() { fragColor = v_ink; }`;
