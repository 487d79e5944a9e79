import type { IncidentTable } from '../../../lib/view/incident-table.ts';
import { type DayRange, isPresent } from '../../../lib/view/select.ts';
import { probe } from './map-probe.ts';

type Place = readonly [x: number, y: number];

/** Farther from every incident than any symbol reaches. */
const EMPTY_PX = 40;
const EDGE_PX = 20;

/** Half of `count` points of the map on incidents that are on show, evenly among them; and half with none near. */
export function pickPlaces(table: IncidentTable, days: DayRange, count: number): { dense: Place[]; empty: Place[] } {
	const map = probe.map!;
	const { clientWidth: width, clientHeight: height } = map.getCanvas();
	const shown: Place[] = [];
	for (let row = 0; row < table.length; row++) {
		if (table.isPoint[row] !== 1 || !isPresent(table.startDay[row]!, table.endDay[row]!, days)) continue;
		const { x, y } = map.project([table.lng[row]!, table.lat[row]!]);
		if (x > EDGE_PX && y > EDGE_PX && x < width - EDGE_PX && y < height - EDGE_PX) shown.push([x, y]);
	}
	const half = Math.ceil(count / 2);
	const dense = Array.from({ length: Math.min(half, shown.length) }, (_, n) => {
		return shown[Math.floor((n * shown.length) / half)]!;
	});
	const columns = Math.ceil(width / EMPTY_PX);
	const taken = new Set(shown.map(([x, y]) => cellOf(x, y, columns)));
	const isEmpty = (column: number, row: number) => {
		for (const dx of [-1, 0, 1])
			for (const dy of [-1, 0, 1]) if (taken.has((row + dy) * columns + column + dx)) return false;
		return true;
	};
	const free: Place[] = [];
	for (let row = 1; (row + 1) * EMPTY_PX < height; row++) {
		for (let column = 1; column < columns - 1; column++) {
			if (isEmpty(column, row)) free.push([(column + 0.5) * EMPTY_PX, (row + 0.5) * EMPTY_PX]);
		}
	}
	const empty = Array.from({ length: free.length > 0 ? half : 0 }, (_, n) => free[(n * 7) % free.length]!);
	return { dense, empty };
}

function cellOf(x: number, y: number, columns: number): number {
	return Math.floor(y / EMPTY_PX) * columns + Math.floor(x / EMPTY_PX);
}
