import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { incidentSymbols } from '../view/incident-symbols.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { MOST_AT_A_POINT } from '../view/most-at-a-point.ts';
import { type IndexedSymbols, indexParts } from './incident-index.ts';
import { IncidentPicker } from './incident-picker.ts';
import type { PointerFrame } from './nearest-rows.ts';

function symbolsAt(places: readonly (readonly [number, number])[]) {
	return incidentSymbols(
		buildIncidentTable(
			places.map((coordinates, index) => ({
				...incidentFixture(`i${String(index).padStart(3, '0')}`, 19_000),
				geometry: { type: 'Point', coordinates: [...coordinates] as [number, number] },
			})),
		),
	);
}

/** A map turned by `bearing`, at `zoom`, as it lies around a pointer. */
function frameAt(x: number, y: number, zoom: number, bearing = 0, symbolScale = 1): PointerFrame {
	const world = 512 * 2 ** zoom;
	const [cos, sin] = [Math.cos(bearing) * world, Math.sin(bearing) * world];
	return { x, y, pixelsPerUnit: [cos, sin, -sin, cos], symbolScale };
}

const anywhere = () => true;

/** As the worker makes it, which gets a copy and hands its buffers over. */
const handedOver = (symbols: IndexedSymbols) => Promise.resolve(structuredClone(indexParts(structuredClone(symbols))));

/** Pickers that look at every row, and that search the index of a worker. */
async function bothPickers(symbols: ReturnType<typeof symbolsAt>): Promise<IncidentPicker[]> {
	const indexed = new IncidentPicker(symbols, handedOver, 0);
	await indexed.ready();
	return [new IncidentPicker(symbols), indexed];
}

test('finds what a look at every symbol finds, nearest first, with and without the index of a worker', async () => {
	const places = fc.array(fc.tuple(fc.integer({ min: 440, max: 446 }), fc.integer({ min: 330, max: 336 })), {
		minLength: 1,
		maxLength: 40,
	});
	const unit = fc.double({ min: 0, max: 1, noNaN: true });
	const zooms = fc.double({ min: 2, max: 12, noNaN: true });
	await fc.assert(
		fc.asyncProperty(places, unit, unit, zooms, unit, async (tenths, dx, dy, zoom, turn) => {
			const symbols = symbolsAt(tenths.map(([lng, lat]) => [lng / 10, lat / 10]));
			const frame = frameAt(
				symbols.x[0]! + (dx - 0.5) / 2 ** zoom / 4,
				symbols.y[0]! + (dy - 0.5) / 2 ** zoom / 4,
				zoom,
				turn * 6,
				0.8,
			);
			const [a, b, c, d] = frame.pixelsPerUnit;
			const distance = (row: number) => {
				const [x, y] = [symbols.x[row]! - frame.x, symbols.y[row]! - frame.y];
				return Math.hypot(x * a + y * c + symbols.offsetX[row]! * 0.8, x * b + y * d + symbols.offsetY[row]! * 0.8);
			};
			const expected = [...symbols.x.keys()].filter(
				(row) => row % 3 > 0 && distance(row) <= symbols.radius[row]! * 0.8 + 5,
			);
			for (const picker of await bothPickers(symbols)) {
				const found = picker.rowsAt(frame, 5, (row) => row % 3 > 0);
				expect([...found].sort((p, q) => p - q)).toEqual(expected);
				expect(found.map(distance)).toEqual(found.map(distance).sort((p, q) => p - q));
				const [{ x, y }, d] = [frame, 4 / 2 ** zoom];
				const inside = [...symbols.x.keys()].filter(
					(row) => Math.abs(symbols.x[row]! - x) <= d && Math.abs(symbols.y[row]! - y) <= d,
				);
				expect(picker.rowsWithin([x - d, y - d, x + d, y + d], anywhere)).toEqual(inside);
			}
		}),
	);
});

test('of very many at one point the latest are found', async () => {
	const symbols = symbolsAt(Array.from({ length: 5000 }, () => [44, 33] as const));
	const latest = Array.from({ length: MOST_AT_A_POINT }, (_, index) => 4998 - 2 * index);
	for (const picker of await bothPickers(symbols)) {
		expect(picker.rowsAt(frameAt(symbols.x[0]!, symbols.y[0]!, 6), 3, (row) => row % 2 === 0)).toEqual(latest);
	}
});

test('large symbols among small ones are found from as far as they reach', async () => {
	const symbols = symbolsAt(Array.from({ length: 60 }, (_, index) => [44 + index, 33] as const));
	symbols.radius[7] = 40;
	symbols.offsetX[8] = 30;
	const px = 1 / (512 * 2 ** 6);
	for (const picker of await bothPickers(symbols)) {
		expect(picker.rowsAt(frameAt(symbols.x[7]! + 41 * px, symbols.y[7]!, 6), 3, anywhere)).toEqual([7]);
		expect(picker.rowsAt(frameAt(symbols.x[8]! + 30 * px, symbols.y[8]!, 6), 3, anywhere)).toEqual([8]);
	}
});

test('at the edge of a symbol it is found from close by too, where 32 bits are too few to say where it is', async () => {
	const symbols = symbolsAt(Array.from({ length: 60 }, (_, index) => [44 + index / 7, 33] as const));
	const px = 1 / (512 * 2 ** 17);
	for (const picker of await bothPickers(symbols)) {
		for (const row of symbols.x.keys()) {
			const edge = (symbols.radius[row]! - 0.05) * px;
			for (const x of [symbols.x[row]! + edge, symbols.x[row]! - edge]) {
				expect(picker.rowsAt(frameAt(x, symbols.y[row]!, 17), 0, anywhere)).toEqual([row]);
			}
		}
	}
});

test('near the pointer only rows that are told to look among are found, and those that last long', async () => {
	const symbols = symbolsAt(Array.from({ length: 20 }, () => [44, 33] as const));
	const frame = frameAt(symbols.x[0]!, symbols.y[0]!, 6);
	const isShown = (row: number) => row === 2 || (row >= 5 && row < 9);
	const among = { range: [5, 9] as const, longRows: Uint32Array.of(2) };
	for (const picker of await bothPickers(symbols)) {
		expect(picker.rowsAt(frame, 3, isShown, among)).toEqual([8, 7, 6, 5, 2]);
	}
});

test('a symbol set apart from its place is found before a hundred that are near theirs', async () => {
	const crowd = Array.from({ length: 2 * MOST_AT_A_POINT }, (_, index) => [44 + (1 + index) / 1e5, 33] as const);
	const symbols = symbolsAt([...crowd, [43.9, 33]]);
	const apart = crowd.length;
	const world = 512 * 2 ** 6;
	symbols.offsetX[apart] = 20;
	const frame = frameAt(symbols.x[apart]! + 20 / world, symbols.y[0]!, 6);
	for (const picker of await bothPickers(symbols)) {
		const found = picker.rowsAt(frame, 30, anywhere);
		expect([found.length, found[0]]).toEqual([MOST_AT_A_POINT, apart]);
	}
});

test('where most of what is near is not shown, what is shown is found all the same', async () => {
	const places = Array.from({ length: 400 }, (_, index) => [44 + index / 1e6, 33] as const);
	const symbols = symbolsAt([...places, ...Array.from({ length: 400 }, () => [44, 33] as const)]);
	const frame = frameAt(symbols.x[0]!, symbols.y[0]!, 3);
	for (const picker of await bothPickers(symbols)) {
		expect(picker.rowsAt(frame, 3, (row) => row === 399 || row === 401)).toEqual([401, 399]);
	}
});

test('goes on looking at every row while the index is made, and where it cannot be', async () => {
	vi.stubGlobal('reportError', vi.fn());
	const symbols = symbolsAt([[44, 33]]);
	const frame = frameAt(symbols.x[0]!, symbols.y[0]!, 6);
	const waiting = new IncidentPicker(symbols, () => new Promise(() => undefined), 0);
	expect(waiting.rowsAt(frame, 3, anywhere)).toEqual([0]);
	for (const makeIndex of [() => Promise.resolve(null), () => Promise.reject(new TypeError('Refused'))]) {
		const picker = new IncidentPicker(symbols, makeIndex, 0);
		await picker.ready();
		expect(picker.rowsAt(frame, 3, anywhere)).toEqual([0]);
	}
	expect(reportError).toHaveBeenCalledOnce();
	vi.unstubAllGlobals();
});

test('a finger finds what a mouse misses', () => {
	const symbols = symbolsAt([[44, 33]]);
	const picker = new IncidentPicker(symbols);
	const beside = frameAt(symbols.x[0]! + 15 / (512 * 2 ** 6), symbols.y[0]!, 6);
	expect(picker.rowsAt(beside, 3, anywhere)).toEqual([]);
	expect(picker.rowsAt(beside, 14, anywhere)).toEqual([0]);
});

test('finds across the date line, and in other copies of the world', async () => {
	const symbols = symbolsAt([
		[179.99, 10],
		[-179.99, 10],
	]);
	for (const picker of await bothPickers(symbols)) {
		for (const x of [0.99999, 0.00001, 2.00001]) {
			expect(picker.rowsAt(frameAt(x, symbols.y[0]!, 5), 5, anywhere).sort()).toEqual([0, 1]);
		}
	}
});

test('answers with nothing where there are no symbols or no ground', () => {
	expect(new IncidentPicker(symbolsAt([])).rowsAt(frameAt(0.5, 0.5, 5), 5, anywhere)).toEqual([]);
	const degenerate: PointerFrame = { x: 0.5, y: 0.5, pixelsPerUnit: [0, 0, 0, 0], symbolScale: 1 };
	expect(new IncidentPicker(symbolsAt([[0, 0]])).rowsAt(degenerate, 5, anywhere)).toEqual([]);
});
