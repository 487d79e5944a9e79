import { afterEach, expect, test, vi } from 'vitest';
import { formatDayLong, formatSpanLong } from './format-day.ts';

const ownZone = process.env.TZ;

afterEach(() => {
	if (ownZone === undefined) delete process.env.TZ;
	else process.env.TZ = ownZone;
});

test.each(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Baghdad'])('a day reads the same in %s', async (zone) => {
	process.env.TZ = zone;
	vi.resetModules();
	const { formatDayLong } = await import('./format-day.ts');
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
	expect(formatDayLong(19_934, 'en')).toBe('30 July 2024');
	expect(formatDayLong(19_934, 'en', 'short')).toBe('30 Jul 2024');
	expect(formatDayLong(0, 'en')).toBe('1 January 1970');
});

test('the calendar is Gregorian whatever the language is used to', () => {
	expect(formatDayLong(19_934, 'fa')).toContain('۲۰۲۴');
	expect(formatDayLong(19_934, 'th')).toContain('2024');
});

test('a span of one day is written once', () => {
	expect(formatSpanLong(19_934, 19_934, 'en')).toBe('30 July 2024');
	expect(formatSpanLong(19_934, 19_935, 'en', 'short')).toBe('30 Jul 2024 – 31 Jul 2024');
});
