import { ATTRIBUTION_RULE } from '../../lib/model/attribution.ts';
import { GRADING_RULE } from '../../lib/model/grading.ts';
import { recordThings } from '../../lib/export/schema-things.ts';
import type { PageFacts } from '../../lib/export/schema-org.ts';
import { type AnyFeature, linksTo } from '../../lib/view/links-to.ts';
import { pageAddress } from '../../lib/view/page-address.ts';
import { drawLocator } from './draw-locator.ts';
import { PAGE_LOOK } from './locator-look.ts';
import { isIncident, recordSubject } from './locator-subjects.ts';
import { latestChange, type PageAtlas } from './page-atlas.ts';
import { addressesFrom, pageCitation, pageHead, type SiteAddress } from './page-site.ts';

/** A record as a list names it. */
export interface RecordName {
	readonly id: string;
	readonly title: string;
	readonly dateEdtf: string;
}

/** All that the page of a record shows. */
export async function recordPage(id: string, atlas: PageAtlas, site: SiteAddress) {
	const record = atlas.featureById.get(id)!;
	const source = atlas.sourceById.get(id)!;
	const facts = recordFacts(record, atlas);
	const { actors, reports } = atlas;
	const addressOf = addressesFrom(facts.path, site);
	const peers = atlas.features.filter((other) => unitOf(other) === unitOf(record));
	const at = peers.indexOf(record);
	const { attribution, grading } = isIncident(record) ? record.properties : {};
	return {
		record,
		when: source.when,
		mention: source.place,
		geocoding: source.unit === 'incident' ? source.derived.geocoding : null,
		route:
			source.unit === 'incident' ? source.route.map((point, i) => ({ ...point, found: source.derived.route[i]! })) : [],
		differsFrom: source.differs_from,
		answeredBy: linksTo(id, atlas.features),
		actors,
		reports,
		titles: new Map(atlas.features.map((other) => [other.id, other.properties.title])),
		hasPlacePage: isIncident(record) && atlas.places.has(record.properties.place_id ?? ''),
		attributionRule: ruleOf(ATTRIBUTION_RULE, attribution),
		gradingRule: ruleOf(GRADING_RULE, grading),
		history: atlas.corrections.filter((entry) => entry.record === id),
		previous: nameOf(peers[at - 1]),
		next: nameOf(peers[at + 1]),
		map: await drawLocator(atlas.root, recordSubject(record, atlas), PAGE_LOOK),
		citation: pageCitation(facts, site),
		head: pageHead(facts, recordThings(record, { actors, reports, addressOf }), site),
	};
}

function recordFacts(record: AnyFeature, atlas: PageAtlas): PageFacts {
	const path = pageAddress('record', record.id);
	const { title, summary } = record.properties;
	return { path, title, description: summary, changed: latestChange([record.id], atlas), above: [], about: 'record' };
}

function unitOf({ properties }: AnyFeature): 'incident' | 'statement' | 'aggregate' {
	return 'plover' in properties ? 'statement' : 'count_of' in properties ? 'aggregate' : 'incident';
}

export function nameOf(record: AnyFeature | undefined): RecordName | null {
	return record ? { id: record.id, title: record.properties.title, dateEdtf: record.properties.date_edtf } : null;
}

function ruleOf(rule: readonly (readonly [string, string])[], outcome: string | undefined) {
	const index = rule.findIndex(([name]) => name === outcome);
	return index < 0 ? null : { number: index + 1, of: rule.length, condition: rule[index]![1] };
}
