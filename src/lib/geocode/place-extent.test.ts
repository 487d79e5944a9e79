import { expect, test } from 'vitest';
import { placeExtent } from './place-extent.ts';
import { testQuery, testRow } from './test-rows.ts';

const town = testRow({ id: 'baghdad', name: 'Baghdad', uncertaintyKm: 20 });
const base = testRow({ id: 'kalsu', name: 'Kalsu', kind: 'military-base', uncertaintyKm: 5 });
const country = testRow({ id: 'iraq', name: 'Iraq', kind: 'country', uncertaintyKm: 570 });
const sea = testRow({ id: 'red-sea', name: 'Red Sea', kind: 'sea', country: null, uncertaintyKm: 1150 });

test('the place itself keeps its own precision and radius', () => {
	expect(placeExtent(town, testQuery('Baghdad'))).toEqual({ geoPrecision: 'town', uncertaintyKm: 20, note: null });
	expect(placeExtent(base, testQuery('Kalsu')).geoPrecision).toBe('site');
	expect(placeExtent(country, testQuery('Iraq', { relation: 'in' })).geoPrecision).toBe('country');
	expect(placeExtent(sea, testQuery('Red Sea')).geoPrecision).toBe('region');
});

test('a site known roughly is no finer than a district, and says so', () => {
	const rough = placeExtent({ ...base, uncertaintyKm: 12 }, testQuery('Kalsu'));
	expect(rough).toMatchObject({ geoPrecision: 'district', uncertaintyKm: 12 });
	expect(rough.note).toContain('within 12 km');
});

test('the outskirts widen the radius', () => {
	const outskirts = testQuery('x', { relation: 'outskirts-of' });
	expect(placeExtent(town, outskirts)).toMatchObject({ geoPrecision: 'town', uncertaintyKm: 30 });
	expect(placeExtent({ ...town, uncertaintyKm: 5 }, outskirts).uncertaintyKm).toBe(10);
});

test('near a place is 30 km around it, and never finer than a district', () => {
	const near = testQuery('x', { relation: 'near' });
	expect(placeExtent(base, near)).toMatchObject({ geoPrecision: 'district', uncertaintyKm: 30 });
	expect(placeExtent(country, near)).toMatchObject({ geoPrecision: 'country', uncertaintyKm: 570 });
});

test('a direction is 60 km around the place, with no offset', () => {
	const south = placeExtent(town, testQuery('Baghdad', { relation: 'south-of' }));
	expect(south).toMatchObject({ geoPrecision: 'district', uncertaintyKm: 60 });
	expect(south.note).toContain('south of');
	expect(south.note).toContain('no offset');
});

test('a district answered by its town is a district', () => {
	const district = placeExtent({ ...town, uncertaintyKm: 4 }, testQuery('x', { kind: 'district' }));
	expect(district).toMatchObject({ geoPrecision: 'district', uncertaintyKm: 25 });
});
