import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { IncidentLayer } from './incident-layer.ts';
import { markImage, standOf, withIncidentMarks } from './incident-mark-layers.ts';
import { incidentMarks } from './incident-marks.ts';

const WORLD: [number, number, number, number] = [0, 0, 1, 1];
const at = (id: string, lng: number, day: number, properties = {}) => ({
	...incidentFixture(id, day, day, properties),
	geometry: { type: 'Point' as const, coordinates: [lng, 33] as [number, number] },
});

function marksOf(features: ReturnType<typeof at>[], selected: string | null, bounds = WORLD) {
	const table = buildIncidentTable(features);
	const layer = new IncidentLayer(table, 'dark');
	const days = table.extent!;
	layer.setTime(...days, { mode: 'none', days: 0 });
	const row = selected === null ? -1 : table.rowOf.get(selected)!;
	const marks = incidentMarks({ table, layer, days, isPlayed: true, selected: row }, bounds);
	return marks.map(({ properties }) => properties);
}

test('titles go to the selected, the new and the largest; room is kept around every symbol', () => {
	const features = [
		at('small', 40, 100),
		at('large', 45, 100, { killed_best: 90 }),
		at('larger', 50, 100, { killed_best: 120 }),
		at('chosen', 55, 100),
		at('new', 60, 110),
	];
	const marks = marksOf(features, 'chosen');
	expect(marks.filter(({ mark }) => mark === 'selected').map(({ text }) => text)).toEqual(['Title of chosen']);
	const labels = marks.filter(({ mark }) => mark === 'label').sort((a, b) => a.rank - b.rank);
	expect(labels.map(({ text }) => text)).toEqual(['Title of new', 'Title of larger', 'Title of large']);
	const rooms = (all: typeof marks) => all.filter(({ mark }) => mark === 'room').map(({ size }) => size);
	expect(rooms(marks)).toHaveLength(5);
	const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
	expect(sum(rooms(marks)), 'a selected symbol has a halo').toBeGreaterThan(sum(rooms(marksOf(features, null))) + 5);
});

test('a stack of many is counted, and what lies beside the view is left out', () => {
	const stack = Array.from({ length: 1200 }, (_, i) => at(`s${i}`, 44, 100 + (i % 9), { killed_best: 3 }));
	const marks = marksOf([...stack, at('far', -120, 100)], null, [0.55, 0, 0.7, 1]);
	expect(marks.filter(({ mark }) => mark === 'badge').map(({ text }) => text)).toEqual(['1k']);
	expect(marks.filter(({ mark, text }) => mark === 'label' && text.includes('far'))).toEqual([]);
});

test('a long title is cut, but not that of the selected', () => {
	const title = 'A very long title that says at great length what happened there';
	expect(marksOf([at('a', 40, 100, { title })], 'a')[0]!.text).toBe(title);
	expect(marksOf([at('a', 40, 100, { title })], null)[0]!.text).toMatch(/^A very long .{30,}…$/);
});

test('every way to stand is known to the style, and every image it names can be made', () => {
	const style = JSON.stringify(withIncidentMarks({ version: 8, sources: {}, layers: [] }, 'light'));
	for (const reach of [0, 9, 20, 500]) {
		for (const side of ['any', 'left', 'right'] as const) expect(style).toContain(`"${standOf(side, reach)}"`);
	}
	for (const name of ['incident-badge-light', 'incident-room-dark']) {
		const { width, height, data } = markImage(name)!.image;
		expect(data).toHaveLength(width * height * 4);
	}
	expect(markImage('hatch-dark-iran')).toBeNull();
});

test('the room around a symbol is empty but for its middle, which the symbol’s own shape covers', () => {
	const { width, height, data } = markImage('incident-room-light')!.image;
	const opacityAt = (share: number) => data[4 * (Math.floor(height / 2) * width + Math.floor((width - 1) * share)) + 3];
	expect([0, 0.2, 0.5, 0.8, 1].map(opacityAt)).toEqual([0, 0, 255, 0, 0]);
});
