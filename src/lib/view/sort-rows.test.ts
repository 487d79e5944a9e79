import { expect, test } from 'vitest';
import type { Actor } from '../model/actor.ts';
import { FIXTURE_START, incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { type Sort, sortRows } from './sort-rows.ts';

const killed = (best: number, low = best) => ({ killed_low: low, killed_best: best, killed_high: null });
const actors: ReadonlyMap<string, Actor> = new Map();
const table = buildIncidentTable(
	[
		incidentFixture('a', FIXTURE_START, undefined, { title: 'Beta', perpetrators: ['zed'] }),
		incidentFixture('b', FIXTURE_START + 1, undefined, { ...killed(12), title: 'alpha', attribution: 'disputed' }),
		incidentFixture('c', FIXTURE_START + 2, undefined, { ...killed(0), title: 'Gamma', perpetrators: ['amy'] }),
		incidentFixture('d', FIXTURE_START + 3, undefined, { ...killed(12, 2), title: 'Beta' }),
	],
	actors,
);

function sorted(key: Sort['key'], descending = false, rows: readonly number[] = [0, 1, 2, 3]): string {
	return sortRows(table, rows, { key, descending }, actors)
		.map((row) => table.idOf(row))
		.join('');
}

test('sorts by date without touching rows that already are', () => {
	const rows = [0, 2];
	expect(sortRows(table, rows, { key: 'date', descending: false }, actors)).toBe(rows);
	expect(sorted('date', true)).toBe('dcba');
});

test('unknown comes last either way and is not zero; ties stay in the order of time', () => {
	expect(sorted('killed')).toBe('cbda');
	expect(sorted('killed', true)).toBe('bdca');
	expect(sorted('perpetrators')).toBe('cabd');
	expect(sorted('perpetrators', true)).toBe('acbd');
});

test('tolls are sorted by the figure that the reading takes', () => {
	const byLowest = sortRows(table, [0, 1, 2, 3], { key: 'killed', descending: false }, actors, 'low');
	expect(byLowest.map((row) => table.idOf(row)).join('')).toBe('cdba');
});

test('sorts words without regard to case', () => {
	expect(sorted('title')).toBe('badc');
	expect(sorted('attribution', false, [0, 1])).toBe('ba');
});
