import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay } from '../model/day.ts';
import type { StatementFeature } from '../model/feature.ts';
import { incidentFixture } from './incident-fixture.ts';
import { itemsNear, laneCount, laneMiddle, trackItems, trackSpan } from './timeline-tracks.ts';

function statement(id: string, start: number, end = start): StatementFeature {
	const { properties } = incidentFixture(id, start, end);
	const { title, summary, date_edtf, date_start, date_end, date_precision, date_prec, date_of, date_basis } =
		properties;
	const head = { title, summary, date_edtf, date_start, date_end, date_precision, date_prec, date_of, date_basis };
	const tail = { place_as_written: null, reports: [], claims: [], responds_to: [], editor_note: null };
	const said = { plover: 'THREATEN' as const, speakers: [], addressees: [], side: null };
	return { type: 'Feature', id, geometry: null, properties: { ...head, ...said, ...tail } };
}

const scale = { domain: [100, 199] as const, width: 1000 };

test('items are ordered in time, and items in one lane share no day', () => {
	const spans = fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 30 });
	fc.assert(
		fc.property(spans, (given) => {
			const items = trackItems(given.map(([start, length], n) => statement(`s-${n}`, start, start + length)));
			expect(items.length).toBe(given.length);
			items.forEach((item, index) => {
				if (index > 0) expect(item.start).toBeGreaterThanOrEqual(items[index - 1]!.start);
				for (const other of items.slice(0, index)) {
					if (other.lane === item.lane) expect(other.end).toBeLessThan(item.start);
				}
			});
		}),
	);
});

test('one lane is enough for items that follow each other', () => {
	const items = trackItems([statement('b', 20, 29), statement('a', 10, 19), statement('c', 30)]);
	expect(items.map(({ id, lane }) => [id, lane])).toEqual([
		['a', 0],
		['b', 0],
		['c', 0],
	]);
});

test('a span is clipped to what is shown and says so', () => {
	expect(trackSpan({ start: 110, end: 119 }, scale)).toEqual({
		from: 100,
		to: 200,
		clippedStart: false,
		clippedEnd: false,
		outside: null,
	});
	expect(trackSpan({ start: 0, end: 119 }, scale)).toMatchObject({ from: 0, to: 200, clippedStart: true });
	expect(trackSpan({ start: 190, end: 500 }, scale)).toMatchObject({ from: 900, to: 1000, clippedEnd: true });
});

test('what lies wholly outside keeps a stub at the edge', () => {
	expect(trackSpan({ start: 0, end: 50 }, scale)).toMatchObject({ from: 0, to: 8, outside: 'before' });
	expect(trackSpan({ start: 500, end: 600 }, scale)).toMatchObject({ from: 992, to: 1000, outside: 'after' });
});

test('items near a pixel come nearest first', () => {
	const items = trackItems([statement('a', 110), statement('b', 112, 114), statement('c', 150)]);
	expect(itemsNear(items, scale, 124, 10).map(({ id }) => id)).toEqual(['b']);
	expect(itemsNear(items, scale, 114, 10).map(({ id }) => id)).toEqual(['a', 'b']);
	expect(itemsNear(items, scale, 118, 10).map(({ id }) => id)).toEqual(['b', 'a']);
	expect(itemsNear(items, scale, 300, 10)).toEqual([]);
});

test('of items that both hold a pixel the shorter comes first', () => {
	const items = trackItems([statement('long', 90, 180), statement('short', 120, 125), statement('day', 123)]);
	expect(itemsNear(items, scale, 235, 5).map(({ id }) => id)).toEqual(['day', 'short', 'long']);
});

test('lanes share the height evenly, and the last one where there is no room', () => {
	expect([0, 1, 2].map((lane) => laneMiddle(lane, 3, 18))).toEqual([3, 9, 15]);
	expect([0, 3, 4, 8].map((lane) => laneMiddle(lane, 9, 12))).toEqual([1.5, 10.5, 10.5, 10.5]);
	expect(laneMiddle(0, 1, 10)).toBe(5);
	expect(laneCount([])).toBe(1);
	expect(laneCount(trackItems([statement('a', 1, 9), statement('b', 2), statement('c', 3)]))).toBe(2);
});

test('a date that does not exist names the record', () => {
	const broken = statement('a', 1);
	broken.properties.date_end = `${formatDay(1)}?`;
	expect(() => trackItems([broken])).toThrow('Record a');
});
