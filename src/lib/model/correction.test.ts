import { expect, test } from 'vitest';
import { addressOf, type Correction, correctionId, retiredIds } from './correction.ts';

const day = (date: string) => ({ date, why: 'A reason' });
const renamed = (date: string, was_id: string, record: string): Correction => ({
	...day(date),
	record,
	change: 'renamed',
	was_id,
});
const removal = { ...day('2024-06-04'), record: 'c', change: 'removed', title: 'C', instead: null } as Correction;
const log = [renamed('2024-06-02', 'a', 'b'), renamed('2024-06-03', 'b', 'c'), removal];

test('an entry keeps its name', () => {
	expect(correctionId(removal)).toBe('2024-06-04--removed--c');
});

test('an address is followed through renamings to the record, to a tombstone, or nowhere', () => {
	expect(addressOf('a', log, (id) => id === 'c')).toEqual({ kind: 'record', id: 'c' });
	expect(addressOf('b', log, () => false)).toEqual({ kind: 'tombstone', removal });
	expect(addressOf('d', log, () => false)).toEqual({ kind: 'unknown' });
	expect(addressOf('d', log, () => true)).toEqual({ kind: 'record', id: 'd' });
});

test('names given up are old names and removed records', () => {
	expect([...retiredIds(log)]).toEqual([
		['a', '2024-06-02'],
		['b', '2024-06-03'],
		['c', '2024-06-04'],
	]);
});
