import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import { formatTick } from './format-tick.ts';

test('a mark names what begins there, the first mark also its year', () => {
	const [newYear, july, mid] = ['2024-01-01', '2024-07-01', '2024-07-15'].map((iso) => parseDay(iso)!);
	expect(formatTick({ day: newYear!, unit: 'year', isFirst: false }, 'en')).toBe('2024');
	expect(formatTick({ day: july!, unit: 'month', isFirst: false }, 'en')).toBe('Jul');
	expect(formatTick({ day: mid!, unit: 'day', isFirst: false }, 'en')).toBe('15 Jul');
	expect(formatTick({ day: july!, unit: 'month', isFirst: true }, 'en')).toBe('Jul 2024');
	expect(formatTick({ day: mid!, unit: 'day', isFirst: true }, 'en')).toBe('15 Jul 2024');
});
