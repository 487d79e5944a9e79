import { expect, test } from 'vitest';
import { formatEdtfLong } from './format-date.ts';

const about = (date: string) => `about ${date}`;
const words = (edtf: string, month?: 'short') => formatEdtfLong(edtf, 'en', about, month).replace(/\s/gu, ' ');

test('a date is written no finer than it is', () => {
	expect(words('2024-07-30')).toBe('30 July 2024');
	expect(words('2024-07-30', 'short')).toBe('30 Jul 2024');
	expect(words('2019-07')).toBe('July 2019');
	expect(words('2003')).toBe('2003');
	expect(words('2003~')).toBe('about 2003');
});

test('an interval says month and year once where it can', () => {
	expect(words('2023-10-14/2023-10-20').replace('–', ' – ').replace(/ +/g, ' ')).toBe('14 – 20 October 2023');
	expect(words('2019-12-30/2020-01-02')).toMatch(/^30 December 2019 . 2 January 2020$/u);
	expect(words('2023-12/2024-01')).toMatch(/^December 2023 . January 2024$/u);
	expect(words('2024-07-01/2024-07-05')).toMatch(/^1 ?. ?5 July 2024$/u);
	expect(words('2019/2021')).toMatch(/^2019 ?. ?2021$/u);
});

test('what is no date comes back as it is', () => {
	expect(words('last week')).toBe('last week');
});
