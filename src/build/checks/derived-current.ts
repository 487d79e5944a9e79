import { deriveAttribution } from '../../lib/model/attribution.ts';
import { deriveGrading } from '../../lib/model/grading.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'derived-current',
	description: 'Attribution, grading and geocoding are what the claims and the gazetteer make them.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const tell = (path: string, stored: unknown, expected: unknown) =>
				report({
					file,
					path: `derived.${path}`,
					message: `is ${JSON.stringify(stored)}, but ${JSON.stringify(expected)} follows`,
					fix: 'run `npm run fix`',
				});
			const attribution = deriveAttribution(value.claims, atlas.actorById);
			const grading = deriveGrading(value.claims, attribution);
			if (value.derived.attribution !== attribution) tell('attribution', value.derived.attribution, attribution);
			if (value.derived.grading !== grading) tell('grading', value.derived.grading, grading);
			if (!atlas.gazetteer) continue;
			const { gazetteer } = atlas;
			const route = value.route.map(({ place }) => gazetteer.locate(place));
			if (JSON.stringify(value.derived.route) !== JSON.stringify(route)) tell('route', value.derived.route, route);
			if (value.place === null) continue;
			const expected = gazetteer.locate(value.place);
			const stored = value.derived.geocoding;
			for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
				if (stored && JSON.stringify(stored[key]) !== JSON.stringify(expected[key])) {
					tell(`geocoding.${key}`, stored[key], expected[key]);
				}
			}
		}
	},
};
