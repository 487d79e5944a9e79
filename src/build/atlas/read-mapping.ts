import { type Mapping, type Role, ROLES } from '../../lib/import/mapping.ts';
import { UsageError } from './command.ts';

/**
 * The mapping that `role=column` pairs say, in place of a guess or on top of one. A column is given by its name or its
 * number from 1; `role=` takes a role away. Throws a `UsageError` that names what is there.
 */
export function readMapping(pairs: readonly string[], columns: readonly string[], guess: Mapping | null): Mapping {
	const mapping: Partial<Record<Role, number>> = { ...guess };
	for (const pair of pairs.flatMap((each) => each.split(/,(?=[a-z]+=)/i))) {
		const at = pair.indexOf('=');
		const [role, column] = [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()];
		if (!isRole(role)) {
			throw new UsageError(`--mapping ${pair}: write role=column; roles are ${Object.keys(ROLES).join(', ')}.`);
		}
		if (column === '') Reflect.deleteProperty(mapping, role);
		else mapping[role] = columnOf(column, columns);
	}
	return mapping;
}

function isRole(name: string): name is Role {
	return Object.hasOwn(ROLES, name);
}

function columnOf(column: string, columns: readonly string[]): number {
	const exact = columns.indexOf(column);
	if (exact !== -1) return exact;
	const fold = (name: string) => name.trim().toLowerCase();
	const alike = columns.flatMap((name, index) => (fold(name) === fold(column) ? [index] : []));
	if (alike.length === 1) return alike[0]!;
	const number = /^\d+$/.test(column) ? Number(column) : 0;
	if (number >= 1 && number <= columns.length) return number - 1;
	throw new UsageError(`There is no column "${column}". The columns are ${columns.join(', ')}.`);
}
