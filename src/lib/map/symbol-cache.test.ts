import * as fc from 'fast-check';
import type { CustomRenderMethodInput, Map as MaplibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import type { DayRange } from '../view/select.ts';
import { SymbolCache } from './symbol-cache.ts';

/** What stands in the picture: where and how it was drawn, and rows `[0, end)` of it in order; `null` after nothing. */
interface Picture {
	frame: string | null;
	end: number;
}

function cacheOnPaper(): { cache: SymbolCache; picture: Picture; canvas: { width: number } } {
	const picture: Picture = { frame: null, end: 0 };
	const canvas = { width: 800 };
	const gl = new Proxy({} as WebGL2RenderingContext, {
		get: (_, name) => {
			if (name === 'drawingBufferWidth' || name === 'drawingBufferHeight') return canvas.width;
			if (name === 'clear' || name === 'texStorage2D') return () => Object.assign(picture, { frame: null, end: 0 });
			return () => ({});
		},
	});
	return { cache: new SymbolCache(gl), picture, canvas };
}

function argsAt(lng: number): { args: CustomRenderMethodInput; map: MaplibreMap } {
	const matrix = new Float64Array(16).fill(lng);
	const defaultProjectionData = {
		mainMatrix: matrix,
		fallbackMatrix: matrix,
		clippingPlane: [0, 0, 0, 0],
		projectionTransition: 0,
	};
	const args = { shaderData: { variantName: 'mercator' }, defaultProjectionData } as unknown as CustomRenderMethodInput;
	return { args, map: { getCenter: () => ({ lng, lat: 0 }) } as unknown as MaplibreMap };
}

const step = fc.record({
	lng: fc.constantFrom(0, 0, 0, 0, 0, 1),
	width: fc.constantFrom(800, 800, 800, 800, 800, 900),
	scale: fc.constantFrom(1, 1, 1, 1, 1, 2),
	from: fc.constantFrom(0, 0, 0, 0, 0, 3),
	to: fc.integer({ min: 5, max: 9 }),
	isFading: fc.constantFrom(false, false, false, false, true),
	isAsked: fc.constantFrom(true, true, true, true, true, true, false),
});

test('whatever changes between frames, the picture that is used is the one of the frame', () => {
	let used = 0;
	fc.assert(
		fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
			const { cache, picture, canvas } = cacheOnPaper();
			for (const { lng, width, scale, from, to, isFading, isAsked } of steps) {
				if (!isAsked) {
					cache.forget();
					continue;
				}
				canvas.width = width;
				const days: DayRange = [from, to];
				const end = to * 10;
				// With fading the picture is another on each day, without it only where it begins.
				const frame = JSON.stringify([lng, width, scale, from, isFading ? to : null]);
				const others = [scale, Number(isFading)];
				const isUsed = cache.prepare({ ...argsAt(lng), others, days, end, isGrowing: !isFading }, (firstRow) => {
					expect(firstRow).toBe(picture.end);
					if (firstRow > 0) expect(picture.frame).toBe(frame);
					Object.assign(picture, { frame, end });
				});
				if (!isUsed) continue;
				used++;
				expect(picture).toEqual({ frame, end });
			}
		}),
	);
	expect(used).toBeGreaterThan(100);
});

test('a picture is begun with the second frame that could use it, and a step then draws its own rows', () => {
	const { cache } = cacheOnPaper();
	const drawn: number[] = [];
	const prepare = (lng: number, to: number) =>
		cache.prepare({ ...argsAt(lng), others: [], days: [0, to], end: to, isGrowing: true }, (row) => drawn.push(row));
	expect([prepare(0, 5), prepare(1, 5), prepare(1, 6), prepare(1, 6), prepare(1, 9)]).toEqual([
		false,
		false,
		true,
		true,
		true,
	]);
	expect(drawn).toEqual([0, 6]);
	expect([prepare(1, 7), prepare(0, 7)]).toEqual([true, false]);
	expect(drawn).toEqual([0, 6, 0]);
});
