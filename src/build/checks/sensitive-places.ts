import { normalizeName } from '../../lib/geocode/normalize-name.ts';
import type { Position } from '../../lib/model/fields.ts';
import { coarsePosition, leastSensitivity, stricter } from '../../lib/model/sensitivity.ts';
import { SENSITIVITIES, type Sensitivity } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import { isCoarse, sensitivityOf } from '../place-sensitivity.ts';
import type { Check } from './check.ts';

/** Words in a name that ask for a class, in the languages of the gazetteer. */
const WORDS: readonly (readonly [Sensitivity, RegExp])[] = [
	[
		'care',
		/\b(hospital|clinic|medical (cent(er|re)|complex)|maternity|shelter|orphanage)\b|مستشفى|بیمارستان|ملجا|ملجأ|בית (ה)?חולים|מקלט/u,
	],
	['home', /\b(home|house|residence|villa|apartment|flat) of\b|\b's (home|house|residence|villa|apartment)\b/u],
];

export const check: Check = {
	name: 'sensitive-places',
	description:
		'A hospital or shelter is of the class "care" at least, a private home of "home". Such a place stands on the grid of its class, and its radius covers what rounding may have moved it; so do the places incidents are given from other gazetteers.',
	scope: 'all',
	check(atlas, report) {
		for (const { file, value } of atlas.places) {
			for (const [i, { id, geometry, properties }] of value.features.entries()) {
				const { kind, sensitivity, uncertainty_km: radiusKm } = properties;
				const path = `features[${i}]`;
				const least = stricter(leastSensitivity(kind), leastByName([properties.name, ...properties.aliases]));
				if (stricter(sensitivity, least) !== sensitivity) {
					const message = `${id} is of the class "${sensitivity}", but its kind or name asks for "${least}"`;
					const fix = `write "${least}" and run \`npm run fix\``;
					report({ file, path: `${path}.properties.sensitivity`, message, fix });
				}
				const asked = stricter(sensitivity, least);
				for (const problem of problemsOf(id, geometry.coordinates, radiusKm, asked)) {
					report({ file, fix: 'run `npm run fix`', ...problem, path: `${path}.${problem.path}` });
				}
			}
		}
		for (const { file, value } of incidentSources(atlas)) {
			const id = value.derived.geocoding?.place_id ?? null;
			const row = id === null ? null : (atlas.gazetteer?.row(id) ?? null);
			if (!row || atlas.curatedById.has(row.id)) continue;
			for (const { message } of problemsOf(row.id, row.position, row.uncertaintyKm, sensitivityOf(row, atlas))) {
				const fix = 'add the place to geodata/places, where `npm run fix` rounds it';
				report({ file, path: 'derived.geocoding.place_id', message, fix });
			}
		}
	},
};

function problemsOf(id: string, position: Position, radiusKm: number, sensitivity: Sensitivity) {
	const { gridDegrees, leastKm } = SENSITIVITIES[sensitivity];
	const problems: { path: string; message: string }[] = [];
	if (!isCoarse(position, sensitivity)) {
		const [lng, lat] = coarsePosition(position, sensitivity);
		const message = `${id} at [${position.join(', ')}] is finer than ${String(gridDegrees)} degrees, which "${sensitivity}" allows: [${lng}, ${lat}]`;
		problems.push({ path: 'geometry.coordinates', message });
	}
	if (radiusKm < leastKm) {
		const message = `${id} has a radius of ${radiusKm} km, below the ${leastKm} km that rounding moves a place of "${sensitivity}"`;
		problems.push({ path: 'properties.uncertainty_km', message });
	}
	return problems;
}

function leastByName(names: readonly string[]): Sensitivity {
	const texts = names.flatMap((name) => [name.toLowerCase(), normalizeName(name)]);
	return WORDS.reduce<Sensitivity>(
		(least, [sensitivity, words]) => (texts.some((text) => words.test(text)) ? stricter(least, sensitivity) : least),
		'none',
	);
}
