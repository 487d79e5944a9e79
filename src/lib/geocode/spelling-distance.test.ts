import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedMistakes, consonants, spellingDistance } from './spelling-distance.ts';

test.each([
	['eliat', 'eilat', 1],
	['kalso', 'kalsu', 1],
	['mashad', 'mashhad', 1],
	['', 'abc', 3],
	['natanz', 'natanz', 0],
	['fallujha', 'fallujah', 1],
])('from %s to %s', (a, b, distance) => {
	expect(spellingDistance(a, b, 5)).toBe(distance);
});

test('stops counting above the limit', () => {
	expect(spellingDistance('baghdad', 'damascus', 2)).toBe(3);
});

test('is the same both ways, and 0 for equal words only', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (a, b) => {
			expect(spellingDistance(a, b, 50)).toBe(spellingDistance(b, a, 50));
			expect(spellingDistance(a, b, 50) === 0).toBe(a === b);
		}),
	);
});

test('short names allow no mistake', () => {
	expect(['ovda', 'harir', 'amerli', 'jerusalem'].map(allowedMistakes)).toEqual([0, 1, 1, 2]);
});

test.each([
	['eliat', 'eilat'],
	['hassakeh', 'hasakah'],
	['kalso', 'calsu'],
	['suweida', 'sawida'],
	['fallujha', 'fallujah'],
	['المسيب', 'المسب'],
	['אילת', 'אלת'],
])('%s and %s have the same consonants', (a, b) => {
	expect(consonants(a)).toBe(consonants(b));
});

test.each([
	['bashiqa', 'bashila'],
	['dovev', 'dolev'],
	['metina', 'madinah'],
	['نطنز', 'نطنس'],
])('%s and %s do not', (a, b) => {
	expect(consonants(a)).not.toBe(consonants(b));
});
