import type { PageFacts } from '../../lib/export/schema-org.ts';
import { atlasDataset } from '../../lib/export/schema-org.ts';
import type { IncidentFeature } from '../../lib/model/feature.ts';
import {
	ATTRIBUTIONS,
	CLAIMANT_KINDS,
	DATE_PRECISIONS,
	GEO_PRECISIONS,
	GRADINGS,
	KINDS,
	keysOf,
	STANCES,
} from '../../lib/model/vocabulary.ts';
import type { AnyFeature } from '../../lib/view/links-to.ts';
import { DISPUTED_BORDERS } from '../basemap/disputed-borders.ts';
import { DATE_RULE, PLACE_RULE, UNIT_RULE } from '../coding-rules.ts';
import { isIncident } from './locator-subjects.ts';
import type { PageAtlas } from './page-atlas.ts';
import { addressesFrom, pageHead, type SiteAddress } from './page-site.ts';
import { nameOf, type RecordName } from './record-page.ts';

const PATH = 'method/';

/** What a case of the toll rule looks like in the data. */
export interface TollExample {
	readonly shows: 'total' | 'besides' | 'part' | 'denial' | 'open' | 'unknown';
	readonly record: RecordName | null;
	readonly killed: { readonly low: number | null; readonly best: number | null; readonly high: number | null };
}

/** Rules, vocabularies' examples and the list of open borders for the method page. */
export function methodPage(atlas: PageAtlas, site: SiteAddress, words: Pick<PageFacts, 'title' | 'description'>) {
	const pick = examplePicker(atlas.features);
	const each = <K extends string>(keys: readonly K[], isExample: (record: AnyFeature, key: K) => boolean) =>
		Object.fromEntries(keys.map((key) => [key, nameOf(pick((record) => isExample(record, key)))])) as Record<
			K,
			RecordName | null
		>;
	const ofIncident =
		<K extends string>(read: (p: IncidentFeature['properties']) => K | null) =>
		(record: AnyFeature, key: K) =>
			isIncident(record) && read(record.properties) === key;
	const facts: PageFacts = { path: PATH, ...words, changed: null, above: [], about: null };
	const days = atlas.features.flatMap(({ properties: p }) => [p.date_start, p.date_end]).sort();
	const dataset = atlasDataset(words.description, `${days[0]}/${days.at(-1)}`, addressesFrom(PATH, site));
	return {
		unitRule: UNIT_RULE,
		dateRule: DATE_RULE,
		placeRule: PLACE_RULE,
		borders: DISPUTED_BORDERS.map(({ between, why, within }) => ({ between, why, isStretch: within !== undefined })),
		examples: {
			attribution: each(
				keysOf(ATTRIBUTIONS),
				ofIncident((p) => p.attribution),
			),
			grading: each(
				keysOf(GRADINGS),
				ofIncident((p) => p.grading),
			),
			kinds: each(
				keysOf(KINDS),
				ofIncident((p) => p.kind),
			),
			geo: each(
				keysOf(GEO_PRECISIONS),
				ofIncident((p) => p.geo_precision),
			),
			date: each(keysOf(DATE_PRECISIONS), (record, key) => record.properties.date_precision === key),
			stances: each(keysOf(STANCES), ({ properties }, key) => properties.claims.some((claim) => claim.stance === key)),
			claimants: each(keysOf(CLAIMANT_KINDS), ({ properties }, key) =>
				properties.claims.some((claim) => claim.claimant_kind === key),
			),
		},
		tolls: tollExamples(atlas.features.filter(isIncident)),
		weighed: weighedExample(atlas.features.filter(isIncident)),
		head: pageHead(facts, [dataset], site),
	};
}

/** The first record that fits, of those named least so far: examples should not all be one record. */
function examplePicker(features: readonly AnyFeature[]) {
	const uses = new Map<string, number>();
	return (fits: (record: AnyFeature) => boolean): AnyFeature | undefined => {
		const [found] = features.filter(fits).sort((a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0));
		if (found) uses.set(found.id, (uses.get(found.id) ?? 0) + 1);
		return found;
	};
}

function tollExamples(incidents: readonly IncidentFeature[]): TollExample[] {
	const casualties = ({ properties }: IncidentFeature) =>
		properties.claims.flatMap((claim) =>
			claim.topic === 'casualties' && claim.value !== null ? [{ stance: claim.stance, ...claim.value }] : [],
		);
	const has = (scope: string) => (incident: IncidentFeature) =>
		casualties(incident).some((claim) => claim.scope === scope && claim.stance !== 'denies' && claim.killed !== null);
	const cases: [TollExample['shows'], (incident: IncidentFeature) => boolean][] = [
		['total', (incident) => has('total')(incident) && differs(incident) && !has('part')(incident)],
		['besides', has('besides')],
		['part', (incident) => has('part')(incident) && !has('besides')(incident)],
		['denial', (incident) => casualties(incident).some(({ stance }) => stance === 'denies')],
		['open', ({ properties: p }) => p.killed_low !== null && p.killed_high === null],
		['unknown', ({ properties: p }) => p.killed_low === null],
	];
	return cases.map(([shows, fits]) => {
		const found = incidents.find(fits);
		const p = found?.properties;
		return {
			shows,
			record: nameOf(found),
			killed: { low: p?.killed_low ?? null, best: p?.killed_best ?? null, high: p?.killed_high ?? null },
		};
	});
}

/** An incident whose weight in the intensity curve is worked out: one with a range of killed. */
function weighedExample(incidents: readonly IncidentFeature[]) {
	const found = incidents.find(({ properties: p }) => p.killed_high !== null && differs({ properties: p }));
	if (!found) return null;
	const { title, kind, outcome, grading, killed_low, killed_high } = found.properties;
	return { title, kind, outcome, grading, killed_low, killed_high };
}

function differs({ properties: p }: Pick<IncidentFeature, 'properties'>): boolean {
	return p.killed_low !== null && p.killed_low !== p.killed_high;
}
