import { type Mapping, type Role, ROLES } from '../mapping.ts';

/** The role of each column, as a reader is asked for it; `null` for columns that hold none. */
export function rolesOfColumns(mapping: Mapping, columns: number): (Role | null)[] {
	const roles = Array<Role | null>(columns).fill(null);
	for (const role of Object.keys(ROLES) as Role[]) {
		const column = mapping[role];
		if (column !== undefined && column < columns) roles[column] = role;
	}
	return roles;
}

/** Gives a column a role, which no other keeps. */
export function withRole(roles: readonly (Role | null)[], column: number, role: Role | null): (Role | null)[] {
	return roles.map((each, index) => (index === column ? role : each === role ? null : each));
}

/** Which column holds each role. */
export function mappingOfRoles(roles: readonly (Role | null)[]): Mapping {
	return Object.fromEntries(roles.flatMap((role, column) => (role === null ? [] : [[role, column]])));
}
