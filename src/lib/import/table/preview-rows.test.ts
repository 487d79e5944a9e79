import { expect, test } from 'vitest';
import { parseDay } from '../../model/day.ts';
import { openDates, previewRows } from './preview-rows.ts';

const SURVEY = {
	columns: ['when', 'where', 'lat', 'lon', 'dead'],
	sample: [
		['02/01/2024', 'Erbil', '36.19', '44.01', '1 – 2'],
		['31/12/2023', 'Basra', '', '', 'Unknown'],
		['soon', 'Mosul', '36.3', '43.1', '4'],
	],
};
const MAPPING = { date: 0, place: 1, latitude: 2, longitude: 3, killed: 4 };
const options = { dateOrder: 'day-first', latitudeFirst: false, dateless: null } as const;

test('sample rows are shown as they would be read, or with the reason why they would not', () => {
	const [first, second, third] = previewRows(SURVEY, MAPPING, options);
	expect(first).toEqual({
		number: 1,
		read: { start: '2024-01-02', end: '2024-01-02', place: 'Erbil', position: [44.01, 36.19], killed: [1, null, 2] },
		column: null,
		reason: null,
	});
	expect(second!.read).toMatchObject({ position: null, killed: [null, null, null] });
	expect(third).toMatchObject({ number: 3, read: null, column: 'when' });
	expect(third!.reason).not.toBeNull();
});

test('the preview follows the answers', () => {
	expect(previewRows(SURVEY, MAPPING, { ...options, dateOrder: 'month-first' })[0]!.read!.start).toBe('2024-02-01');
	expect(previewRows(SURVEY, MAPPING, { ...options, latitudeFirst: true })[0]!.read!.position).toEqual([36.19, 44.01]);
	const dateless = { place: 1, latitude: 2, longitude: 3, killed: 4 };
	expect(previewRows(SURVEY, dateless, { ...options, dateless: '2024-02' })[2]!.read!.end).toBe('2024-02-29');
	expect(previewRows(SURVEY, dateless, options)[0]!.read).toBeNull();
});

test('dates that can be read two ways are read both ways', () => {
	expect(openDates(SURVEY)).toEqual([
		{ written: '02/01/2024', dayFirst: parseDay('2024-01-02'), monthFirst: parseDay('2024-02-01') },
	]);
});
