import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentSymbols } from '../view/incident-symbols.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { IncidentPicker, type PointerFrame } from './incident-picker.ts';

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

test('finds what a look at every symbol finds, nearest first', () => {
	const places = fc.array(fc.tuple(fc.integer({ min: 440, max: 446 }), fc.integer({ min: 330, max: 336 })), {
		minLength: 1,
		maxLength: 40,
	});
	const unit = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(places, unit, unit, fc.double({ min: 2, max: 12, noNaN: true }), unit, (tenths, dx, dy, zoom, turn) => {
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
			const found = new IncidentPicker(symbols).rowsAt(frame, 5, (row) => row % 3 > 0);
			expect([...found].sort((p, q) => p - q)).toEqual(expected);
			expect(found.map(distance)).toEqual(found.map(distance).sort((p, q) => p - q));
		}),
	);
});

test('a finger finds what a mouse misses', () => {
	const symbols = symbolsAt([[44, 33]]);
	const picker = new IncidentPicker(symbols);
	const beside = frameAt(symbols.x[0]! + 15 / (512 * 2 ** 6), symbols.y[0]!, 6);
	expect(picker.rowsAt(beside, 3, anywhere)).toEqual([]);
	expect(picker.rowsAt(beside, 14, anywhere)).toEqual([0]);
});

test('finds across the date line, and in other copies of the world', () => {
	const picker = new IncidentPicker(
		symbolsAt([
			[179.99, 10],
			[-179.99, 10],
		]),
	);
	const { y } = { y: symbolsAt([[179.99, 10]]).y[0]! };
	expect(picker.rowsAt(frameAt(0.99999, y, 5), 5, anywhere).sort()).toEqual([0, 1]);
	expect(picker.rowsAt(frameAt(0.00001, y, 5), 5, anywhere).sort()).toEqual([0, 1]);
	expect(picker.rowsAt(frameAt(2.00001, y, 5), 5, anywhere).sort()).toEqual([0, 1]);
});

test('answers with nothing where there are no symbols or no ground', () => {
	expect(new IncidentPicker(symbolsAt([])).rowsAt(frameAt(0.5, 0.5, 5), 5, anywhere)).toEqual([]);
	const degenerate: PointerFrame = { x: 0.5, y: 0.5, pixelsPerUnit: [0, 0, 0, 0], symbolScale: 1 };
	expect(new IncidentPicker(symbolsAt([[0, 0]])).rowsAt(degenerate, 5, anywhere)).toEqual([]);
});
