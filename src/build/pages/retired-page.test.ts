import { expect, test } from 'vitest';
import type { Correction } from '../../lib/model/correction.ts';
import type { AnyFeature } from '../../lib/view/links-to.ts';
import { recordIds, retiredPage } from './retired-page.ts';

const living = { id: 'new-name', properties: { title: 'A strike' } } as AnyFeature;
const removal = {
	date: '2026-11-25',
	record: 'gone',
	change: 'removed',
	title: 'A strike told twice',
	was: {},
	instead: 'old-name',
	why: 'It was the same event',
} as Correction;
const atlas = {
	features: [living],
	featureById: new Map([[living.id, living]]),
	corrections: [
		{ date: '2026-11-20', record: 'middle-name', change: 'renamed', was_id: 'old-name', why: 'Wrong place' },
		{ date: '2026-11-22', record: 'new-name', change: 'renamed', was_id: 'middle-name', why: 'Wrong date' },
		removal,
	] as Correction[],
};

test('every id that was ever given keeps a page', () => {
	expect(recordIds(atlas).sort()).toEqual(['gone', 'middle-name', 'new-name', 'old-name']);
});

test('an old name leads to the name of today, past any in between', () => {
	expect(retiredPage('old-name', atlas)).toEqual({
		kind: 'renamed',
		date: '2026-11-20',
		why: 'Wrong place',
		to: 'new-name',
		title: 'A strike',
	});
	expect(retiredPage('new-name', atlas)).toBeNull();
});

test('a removed record says when and why, and what to read instead under its name of today', () => {
	expect(retiredPage('gone', atlas)).toEqual({
		kind: 'removed',
		date: '2026-11-25',
		title: 'A strike told twice',
		why: 'It was the same event',
		instead: { id: 'new-name', title: 'A strike' },
	});
});

test('an id that never was is a mistake', () => {
	expect(() => retiredPage('never', atlas)).toThrow('There never was a record never');
});
