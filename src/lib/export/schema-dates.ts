import { formatDay } from '../model/day.ts';
import { parseEdtf } from '../model/edtf.ts';

/**
 * An EDTF date as ISO 8601 for formats that know no doubt: a day, month or year as it is, an interval by what its ends
 * share (`2023-10-14/2023-10-20` is `2023-10`). An interval is never given as a beginning and an end: it would say that
 * the event lasted. `undefined` where the ends share no year or the date is only approximate.
 */
export function reducedDate(edtf: string): string | undefined {
	const span = parseEdtf(edtf);
	if (!span || span.precision === 'approx') return undefined;
	const [first, last] = [formatDay(span.start), formatDay(span.end)];
	return [10, 7, 4].map((length) => first.slice(0, length)).find((shared) => last.startsWith(shared));
}
