import { expect, test } from 'vitest';
import { isolate } from './isolate.ts';

test('a plain name stays as it is', () => {
	expect(isolate('events 2024.csv')).toBe('events 2024.csv');
	expect(isolate('Zürich 7–10.csv')).toBe('Zürich 7–10.csv');
});

test('marks that turn the direction around are dropped, and right-to-left names are kept apart', () => {
	expect(isolate('report\u202egnp.csv')).toBe('reportgnp.csv');
	expect(isolate('\u2069x')).toBe('x');
	expect(isolate('أحداث.csv')).toBe('\u2068أحداث.csv\u2069');
});
