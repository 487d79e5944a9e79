import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'places-resolve',
	description: 'The place an incident was given exists, and agrees with the country its reports name.',
	scope: 'records',
	check(atlas, report) {
		const { gazetteer } = atlas;
		if (!gazetteer) return;
		for (const { file, value } of incidentSources(atlas)) {
			const { geocoding } = value.derived;
			if ((value.place === null) !== (geocoding === null)) {
				const message = value.place === null ? 'no place is named, yet one was found' : 'the place was not looked up';
				report({ file, path: 'derived.geocoding', message, fix: 'run `npm run fix`' });
			}
			const id = geocoding?.place_id ?? null;
			if (id === null) continue;
			const row = gazetteer.row(id);
			const country = value.place?.country ?? null;
			if (!row) {
				const message = `there is no place "${id}"`;
				report({ file, path: 'derived.geocoding.place_id', message, fix: 'run `npm run fix`' });
			} else if (country !== null && row.country !== null && row.country !== country) {
				const message = `"${row.name}" lies in ${row.country}, the record says ${country}`;
				report({ file, path: 'place.country', message, fix: 'correct the country, or the name given to the geocoder' });
			}
		}
		for (const { file, value } of atlas.places) {
			for (const [i, { id, properties }] of value.features.entries()) {
				const outline = properties.area === null ? null : gazetteer.outline(properties.area);
				if (!outline || 'type' in outline) continue;
				report({
					file,
					path: `features[${i}].properties.area`,
					message: `${id}: ${outline.message}`,
					fix: 'correct it, or write null',
				});
			}
		}
	},
};
