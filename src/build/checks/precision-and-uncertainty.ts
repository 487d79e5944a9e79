import type { GeoPrecision } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

/** The widest radius that still deserves the name, in km; on the edge of a place it may be twice that. */
const WIDEST_KM: Record<GeoPrecision, number> = {
	site: 10,
	town: 30,
	district: 150,
	province: 800,
	region: 2500,
	country: 5000,
};

export const check: Check = {
	name: 'precision-and-uncertainty',
	description:
		'The radius of uncertainty fits the precision of the place (site 10 km, town 30 km, district 150 km, province 800 km, region 2,500 km, country 5,000 km at the most); the unlocated has neither.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const { geocoding } = value.derived;
			if (!geocoding) continue;
			const { place_id: id, geo_precision: precision, uncertainty_km: radiusKm } = geocoding;
			if (id === null) {
				if (precision === null && radiusKm === null) continue;
				const message = `an unlocated incident has precision ${String(precision)} and uncertainty ${String(radiusKm)}`;
				report({ file, path: 'derived.geocoding', message, fix: 'write null for both' });
				continue;
			}
			if (precision === null || radiusKm === null) {
				const message = 'a located incident needs a precision and an uncertainty';
				report({ file, path: 'derived.geocoding', message, fix: 'run `npm run fix`' });
				continue;
			}
			const widestKm = WIDEST_KM[precision] * (value.place?.relation === 'outskirts-of' ? 2 : 1);
			if (radiusKm <= widestKm) continue;
			const message = `${radiusKm} km is too wide for the precision "${precision}", ${widestKm} km at the most`;
			report({
				file,
				path: 'derived.geocoding.uncertainty_km',
				message,
				fix: 'correct the uncertainty of the place, or its kind',
			});
		}
	},
};
