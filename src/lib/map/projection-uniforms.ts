import type { CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import { mercatorX, mercatorY } from '../view/incident-symbols.ts';
import type { GlProgram } from './gl-program.ts';

/** Sets the uniforms of `projectionShader` for a frame. Arrays are filled anew in each frame instead of being made anew. */
export class ProjectionUniforms {
	readonly #centre = new Float32Array(4);
	readonly #clip = new Float32Array(4);
	readonly #angles = new Float32Array(4);
	readonly #matrix = new Float32Array(16);

	/** Calls `draw` once for each copy of the world in view. */
	forEachWorld(
		gl: WebGL2RenderingContext,
		{ uniform }: GlProgram,
		{ shaderData, defaultProjectionData }: CustomRenderMethodInput,
		map: MaplibreMap,
		draw: () => void,
	): void {
		const isGlobe = shaderData.variantName === 'globe';
		const { mainMatrix, fallbackMatrix } = defaultProjectionData;
		const { lng, lat } = map.getCenter();
		if (isGlobe) this.#setGlobe(gl, uniform, defaultProjectionData, (lng * Math.PI) / 180, (lat * Math.PI) / 180);
		const [firstWorld, lastWorld] = isGlobe ? [0, 0] : worldsInView(map);
		for (let world = firstWorld; world <= lastWorld; world++) {
			this.#setFlat(gl, uniform, isGlobe ? fallbackMatrix : mainMatrix, mercatorX(lng), mercatorY(lat), world);
			draw();
		}
	}

	#setFlat(
		gl: WebGL2RenderingContext,
		uniform: GlProgram['uniform'],
		matrix: ArrayLike<number>,
		x: number,
		y: number,
		world: number,
	): void {
		this.#clip.set(transformed(matrix, x, y, 0));
		gl.uniform4fv(uniform('u_flat_centre'), this.#clip);
		this.#matrix.set(matrix);
		gl.uniformMatrix4fv(uniform('u_flat_matrix'), false, this.#matrix);
		this.#centre[0] = x - world;
		this.#centre[1] = y;
		this.#centre[2] = x - world - this.#centre[0]!;
		this.#centre[3] = y - this.#centre[1]!;
		gl.uniform4fv(uniform('u_centre'), this.#centre);
	}

	#setGlobe(
		gl: WebGL2RenderingContext,
		uniform: GlProgram['uniform'],
		{ mainMatrix, clippingPlane, projectionTransition }: CustomRenderMethodInput['defaultProjectionData'],
		lng: number,
		lat: number,
	): void {
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
}

/** First and last copy of the world in view, 0 being the one from -180 to 180. */
function worldsInView(map: MaplibreMap): [number, number] {
	if (!map.getRenderWorldCopies()) return [0, 0];
	const bounds = map.getBounds();
	return [Math.floor(mercatorX(bounds.getWest()) - 0.05), Math.floor(mercatorX(bounds.getEast()) + 0.05)];
}

/** A column-major matrix times `[x, y, z, 1]`, in double precision. */
function transformed(matrix: ArrayLike<number>, x: number, y: number, z: number): [number, number, number, number] {
	const part = (row: number) => matrix[row]! * x + matrix[row + 4]! * y + matrix[row + 8]! * z + matrix[row + 12]!;
	return [part(0), part(1), part(2), part(3)];
}
