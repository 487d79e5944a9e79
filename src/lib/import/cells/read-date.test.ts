import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../../model/day.ts';
import { parseEdtf } from '../../model/edtf.ts';
import { dateOrderOf } from './date-order.ts';
import { FUZZ } from '../fuzz-runs.ts';
import { type DateOrder, readDate } from './read-date.ts';

function read(text: string, order: DateOrder | null = null): string {
	const date = readDate(text, order);
	return 'reason' in date ? 'refused' : date.edtf;
}

test.each([
	['2024-07-30', '2024-07-30'],
	['2024-2-8', '2024-02-08'],
	['2024/02/08', '2024-02-08'],
	['2013-01-03 00:00:00', '2013-01-03'],
	['2024-07-30T23:30:00Z', '2024-07-30'],
	['2024-07-30T01:30:00+03:00', '2024-07-30'],
	['18-February-2024', '2024-02-18'],
	['18 February 2024', '2024-02-18'],
	['18-Feb-2024', '2024-02-18'],
	['October 7, 2023', '2023-10-07'],
	['7th of October, 2023', '2023-10-07'],
	['Thursday, 3 January 2013', '2013-01-03'],
	['Sat Oct 07 2023 06:30:00 GMT+0300 (Arabia Standard Time)', '2023-10-07'],
	['Sat Oct  7 06:30:00 2023', '2023-10-07'],
	['2023-10-07 2:30 PM', '2023-10-07'],
	['Oct. 2023', '2023-10'],
	['2023-10', '2023-10'],
	['10/2023', '2023-10'],
	['2023', '2023'],
	['20231007', '2023-10-07'],
	['20240129003000', '2024-01-29'],
	['45206', '2023-10-07'],
	['45206.75', '2023-10-07'],
	['7 octobre 2023', '2023-10-07'],
	['7. Oktober 2023', '2023-10-07'],
	['7 de octubre de 2023', '2023-10-07'],
	['7 Ekim 2023', '2023-10-07'],
	['٧ أكتوبر ٢٠٢٣', '2023-10-07'],
	['7 تشرين الأول 2023', '2023-10-07'],
	['7 تشرين الثاني 2023', '2023-11-07'],
	['۲۰۲۳-۱۰-۰۷', '2023-10-07'],
])('%s is one day, month or year', (text, edtf) => {
	expect(read(text)).toBe(edtf);
});

test.each([
	['October 7–10, 2023', '2023-10-07/2023-10-10'],
	['October 7-10, 2023', '2023-10-07/2023-10-10'],
	['7 — 10 October 2023', '2023-10-07/2023-10-10'],
	['28 October – 3 November 2023', '2023-10-28/2023-11-03'],
	['October 28 to November 3, 2023', '2023-10-28/2023-11-03'],
	['2023-10-07 – 2023-10-10', '2023-10-07/2023-10-10'],
	['2023-10-14/2023-10-20', '2023-10-14/2023-10-20'],
	['7/10/2023 - 15/10/2023', '2023-10-07/2023-10-15'],
	['Oct–Nov 2023', '2023-10-01/2023-11-30'],
	['December 30, 2023 – January 2, 2024', '2023-12-30/2024-01-02'],
	['2022–2023', '2022-01-01/2023-12-31'],
	['from 7 to 10 October 2023', '2023-10-07/2023-10-10'],
	['between 3 May 2021 and 9 May 2021', '2021-05-03/2021-05-09'],
])('%s is a range', (text, edtf) => {
	expect(read(text)).toBe(edtf);
});

test.each([
	['ca. 7 October 2023', '2023-10-07~'],
	['about October 2023', '2023-10~'],
	['~2023', '2023~'],
	['2023-10~', '2023-10~'],
	['early October 2023', '2023-10~'],
	['late 2023', '2023~'],
	['October 2023?', '2023-10~'],
])('%s is about a time', (text, edtf) => {
	expect(readDate(text, null)).toMatchObject({ edtf, precision: 'approx' });
});

test.each([
	['7/10/23', 'two digits'],
	['18-Feb-24', 'two digits'],
	["Oct 7 '23", 'two digits'],
	['11 Oct 12', 'two digits'],
	['231007', 'two digits'],
	['1402/07/15', 'Persian'],
	['1300/01/01', 'Persian'],
	['1445-03-22', 'Hijri'],
	['١٤٤٥/٠٣/٢٢', 'Hijri'],
	['15/07/1402', 'Persian'],
	['15 Ramadan 1445', 'month of the Hijri calendar'],
	['12 Mehr 1402', 'month of the Persian calendar'],
	['22 March 2001 AH', 'era'],
	['2566-10-07', 'another calendar'],
	['2024-02-30', 'no such day'],
	['31/02/2024', 'no such day'],
	['2024-13-02', 'no such day'],
	['10 to 7 October 2023', 'ends before it starts'],
	['before 7 October 2023', 'open at one side'],
	['07/10/2023 25:00', 'not a date'],
	['7 October', 'not a date'],
	['5 days ago', 'not a date'],
	['99999', 'not a date'],
	['', 'no date'],
	['x'.repeat(101), '100 characters'],
])('%s is refused: %s', (text, reason) => {
	expect(readDate(text, null)).toEqual({ reason: expect.stringContaining(reason) });
});

test('where the order of day and month decides, it is asked for and else both readings are spanned', () => {
	expect(read('2/4/2022', 'day-first')).toBe('2022-04-02');
	expect(read('2/4/2022', 'month-first')).toBe('2022-02-04');
	expect(readDate('2/4/2022', null)).toMatchObject({
		edtf: '2022-02-04/2022-04-02',
		orderMattered: true,
		note: 'Day and month cannot be told apart: it is 2022-04-02 or 2022-02-04.',
	});
	expect(readDate('3/3/2022', null)).toMatchObject({ edtf: '2022-03-03', orderMattered: false, note: null });
	expect(read('25/12/2022', 'month-first')).toBe('2022-12-25');
	expect(read('12.25.2022', 'day-first')).toBe('2022-12-25');
	expect(read('7/10/2023 – 9/10/2023', 'month-first')).toBe('2023-07-10/2023-09-10');
});

test('a column proves its order', () => {
	expect(dateOrderOf(['02/01/1997', '13/01/1997'])).toBe('day-first');
	expect(dateOrderOf(['02/01/1997', '01/13/1997 14:00'])).toBe('month-first');
	expect(dateOrderOf(['02/01/1997', '3/3/1997'])).toBe('ambiguous');
	expect(dateOrderOf(['13/01/1997', '01/13/1997'])).toBe('mixed');
	expect(dateOrderOf(['3/3/1997', '2024-02-18', '', 'October 7, 2023', '40/50/2000'])).toBe('irrelevant');
	expect(dateOrderOf(['١٣/٠١/١٩٩٧'])).toBe('day-first');
});

test('every day is read back from every form it can be written in', () => {
	const months = 'January February March April May June July August September October November December'.split(' ');
	fc.assert(
		fc.property(fc.integer({ min: -100_000, max: 47_000 }), (day) => {
			const iso = formatDay(day);
			const [year, month, date] = iso.split('-') as [string, string, string];
			const name = months[Number(month) - 1]!;
			expect(read(iso)).toBe(iso);
			expect(read(`${iso}T23:59:59-11:00`)).toBe(iso);
			expect(read(`${date}-${name}-${year}`)).toBe(iso);
			expect(read(`${name.slice(0, 3)}. ${Number(date)}, ${year}`)).toBe(iso);
			expect(read(`${year}${month}${date}`)).toBe(iso);
			expect(read(`${date}/${month}/${year}`, 'day-first')).toBe(iso);
			expect(read(`${month}/${date}/${year}`, 'month-first')).toBe(iso);
		}),
	);
});

test('no text throws, and what is read is a date that exists', () => {
	const piece = fc.constantFrom(
		...[
			'7',
			'10',
			'32',
			'2023',
			'1402',
			'23',
			'-',
			'–',
			'/',
			'.',
			' ',
			',',
			'October',
			'Oct',
			'to',
			'T',
			':',
			'~',
			'ca. ',
		],
	);
	const text = fc.oneof(
		fc.string({ maxLength: 120 }),
		fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, fc.constantFrom(null, 'day-first' as const, 'month-first' as const), (written, order) => {
			const date = readDate(written, order);
			dateOrderOf([written]);
			if ('reason' in date) {
				expect(date.reason).toMatch(/^[A-Z"].*\.$/s);
				return;
			}
			expect(parseEdtf(date.edtf)).toEqual({ start: date.start, end: date.end, precision: date.precision });
			expect(parseDay(formatDay(date.start))).toBe(date.start);
		}),
		FUZZ,
	);
});
