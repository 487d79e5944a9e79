import { namedPerpetrators } from '../../lib/model/attribution.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'perpetrators-from-claims',
	description:
		'Perpetrators are exactly the actors that some claim names as such without denying it, also with a hedge; where no claim names one there is none.',
	scope: 'records',
	check({ records }, report) {
		for (const { file, value } of records) {
			if (value.unit === 'statement') continue;
			const named = namedPerpetrators(value.claims);
			for (const [i, id] of value.perpetrators.entries()) {
				if (named.has(id)) continue;
				const message = `no claim names "${id}" as perpetrator`;
				report({
					file,
					path: `perpetrators[${i}]`,
					message,
					fix: 'remove it, or add the claim; knowledge from elsewhere goes into editor_note',
				});
			}
			for (const id of named) {
				if (value.perpetrators.includes(id)) continue;
				report({
					file,
					path: 'perpetrators',
					message: `a claim names "${id}", which is missing here`,
					fix: `add "${id}"`,
				});
			}
		}
	},
};
