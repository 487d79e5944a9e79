import type { Outcome, RouteRole } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

/** Outcomes that leave room for a place of the role. */
const ROOM: Partial<Record<RouteRole, readonly Outcome[]>> = {
	hit: ['hit', 'damage', 'no-damage', 'disputed', 'unknown'],
	'intercepted-over': ['intercepted', 'damage', 'no-damage', 'disputed', 'unknown', 'hit'],
	'fell-at': ['crashed', 'intercepted', 'missed', 'damage', 'no-damage', 'disputed', 'unknown'],
};

export const check: Check = {
	name: 'routes',
	description:
		'A place stands in a route once for each role, lies in the country its report names, and does not contradict the outcome: what missed its target has none that it hit.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const seen = new Set<string>();
			for (const [i, { role, place }] of value.route.entries()) {
				const tell = (path: string, message: string, fix: string) =>
					report({ file, path: `route[${i}].${path}`, message, fix });
				const id = value.derived.route[i]?.place_id ?? null;
				const row = id === null ? null : (atlas.gazetteer?.row(id) ?? null);
				const key = `${role} ${row?.id ?? place.as_written}`;
				if (seen.has(key)) tell('role', `"${place.as_written}" stands twice as "${role}"`, 'keep one');
				seen.add(key);
				if (place.country !== null && row && row.country !== null && row.country !== place.country) {
					const message = `"${row.name}" lies in ${row.country}, the route says ${place.country}`;
					tell('place.country', message, 'correct the country, or the name given to the geocoder');
				}
				if (ROOM[role] && !ROOM[role].includes(value.outcome)) {
					const message = `"${role}" does not go with the outcome "${value.outcome}"`;
					tell('role', message, 'correct one of them; where claims differ the outcome is "disputed"');
				}
			}
		}
	},
};
