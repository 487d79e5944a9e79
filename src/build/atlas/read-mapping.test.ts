import { expect, test } from 'vitest';
import { UsageError } from './command.ts';
import { readMapping } from './read-mapping.ts';

const COLUMNS = ['Datum', 'Lat', 'Lon', 'Place, as written', '3', 'LAT'];

test('columns by name, whatever its case, or by number', () => {
	expect(readMapping(['date=datum,latitude=Lat,longitude=3'], COLUMNS, null)).toEqual({
		date: 0,
		latitude: 1,
		longitude: 4,
	});
	expect(readMapping(['place=4', 'title=Place, as written'], COLUMNS, null)).toEqual({ place: 3, title: 3 });
});

test('what is said goes before what is guessed, and an empty column takes a role away', () => {
	expect(readMapping(['date=2', 'place='], COLUMNS, { date: 0, place: 3, latitude: 1 })).toEqual({
		date: 1,
		latitude: 1,
	});
});

test.each([
	['when=Datum', 'roles are id, title'],
	['date', 'write role=column'],
	['__proto__=Datum', 'roles are'],
	['date=Tag', 'The columns are Datum, Lat'],
	['date=lat', 'There is no column "lat"'],
	['date=0', 'There is no column "0"'],
	['date=7', 'There is no column "7"'],
])('%s is refused', (pair, words) => {
	expect(() => readMapping([pair], COLUMNS, null)).toThrow(UsageError);
	expect(() => readMapping([pair], COLUMNS, null)).toThrow(words);
});
