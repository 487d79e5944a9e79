import { ACLED_TYPES } from '../../lib/model/vocabulary.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'acled-pair',
	description: "An ACLED sub-event type belongs to the record's event type.",
	scope: 'records',
	check({ records }, report) {
		for (const { file, value } of records) {
			if (value.unit === 'statement') continue;
			const { event_type: type, sub_event_type: sub } = value;
			if (type === null && sub === null) continue;
			const subs: readonly string[] = type === null ? [] : ACLED_TYPES[type];
			if (type !== null && (sub === null ? value.unit === 'aggregate' : subs.includes(sub))) continue;
			const owner = Object.entries(ACLED_TYPES).find(([, list]) =>
				(list as readonly string[]).includes(String(sub)),
			)?.[0];
			const message = `"${String(sub)}" does not belong to "${String(type)}"`;
			report({
				file,
				path: 'sub_event_type',
				message,
				fix: `it belongs to "${String(owner)}"; "${String(type)}" has ${subs.join(', ')}`,
			});
		}
	},
};
