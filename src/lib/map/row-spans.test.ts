import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { rowSpans } from './row-spans.ts';

const day = (index: number) => incidentFixture(`d${index}`, 1000 + index);

test('a war of years among days is listed apart', () => {
	const features = [...Array.from({ length: 100 }, (_, i) => day(i)), incidentFixture('war', 1010, 5000)];
	const table = buildIncidentTable(features);
	const { longestDays, longRows } = rowSpans(table);
	expect(longestDays).toBe(0);
	expect([...longRows]).toEqual([table.rowOf.get('war')]);
});

test('many rows that last equally long are no exception', () => {
	const weeks = Array.from({ length: 100 }, (_, i) => incidentFixture(`w${i}`, 1000 + i, 1006 + i));
	const { longestDays, longRows } = rowSpans(buildIncidentTable([...weeks, incidentFixture('war', 1, 5000)]));
	expect(longestDays).toBe(6);
	expect([...longRows]).toEqual([0]);
});

test('no rows have no spans', () => {
	expect(rowSpans(buildIncidentTable([]))).toEqual({ longestDays: 0, longRows: new Uint32Array(0) });
});
