import { expect, test } from 'vitest';
import { mappingOfRoles, rolesOfColumns, withRole } from './role-columns.ts';

test('roles of columns and the mapping are the same said twice', () => {
	const mapping = { date: 2, place: 0 };
	expect(rolesOfColumns(mapping, 4)).toEqual(['place', null, 'date', null]);
	expect(mappingOfRoles(rolesOfColumns(mapping, 4))).toEqual(mapping);
	expect(rolesOfColumns({ date: 9 }, 2)).toEqual([null, null]);
});

test('a role belongs to one column, and any number of columns hold none', () => {
	expect(withRole(['date', null, null], 2, 'date')).toEqual([null, null, 'date']);
	expect(withRole(['date', null, 'place'], 2, null)).toEqual(['date', null, null]);
});
