import { expect, test } from 'vitest';
import { readCollection } from './read-collection.ts';

const whole =
	'{"type":"FeatureCollection","features":[\n{"type":"Feature","id":"a"},\n{"type":"Feature","id":"b"}\n]}\n';

test('reads a whole layer', () => {
	expect(readCollection(whole)).toEqual({
		features: [
			{ type: 'Feature', id: 'a' },
			{ type: 'Feature', id: 'b' },
		],
		problem: null,
	});
});

test('keeps the features of a layer cut short in its second line, and says so', () => {
	const cut = readCollection(whole.slice(0, whole.indexOf('"b"')));
	expect(cut.features).toEqual([{ type: 'Feature', id: 'a' }]);
	expect(cut.problem).toMatch(/cut short; 1 of/);
});

test('refuses JSON that is no collection', () => {
	expect(readCollection('{"type":"Point"}').problem).toMatch(/not a GeoJSON FeatureCollection/);
	expect(readCollection('<!doctype html>').features).toEqual([]);
});
