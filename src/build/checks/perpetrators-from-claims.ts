import { belongsTo, namedPerpetrators } from '../../lib/model/attribution.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'perpetrators-from-claims',
	description:
		'Each perpetrator of an incident is named as such by a claim that does not deny it, if only with a hedge; everyone so named is among the perpetrators, or a party they belong to is. Where no claim names one there is none.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const named = namedPerpetrators(value.claims);
			for (const [i, id] of value.perpetrators.entries()) {
				if (named.has(id)) continue;
				const message = `no claim names "${id}" as perpetrator`;
				const fix = 'remove it, or add the claim; knowledge from elsewhere goes into editor_note';
				report({ file, path: `perpetrators[${i}]`, message, fix });
			}
			for (const id of named) {
				if (value.perpetrators.some((party) => belongsTo(id, party, atlas.actorById))) continue;
				const message = `a claim names "${id}", which is missing here`;
				report({ file, path: 'perpetrators', message, fix: `add "${id}"` });
			}
		}
	},
};
