import { expect, test } from 'vitest';
import { reducedDate } from './schema-dates.ts';

test.each([
	['2024-07-30', '2024-07-30'],
	['2024-07', '2024-07'],
	['2003', '2003'],
	['2023-10-14/2023-10-20', '2023-10'],
	['2024-01-30/2024-02-02', '2024'],
	['2019-12-30/2020-01-02', undefined],
	['2024-07~', undefined],
])('%s is %s', (edtf, iso) => {
	expect(reducedDate(edtf)).toBe(iso);
});
