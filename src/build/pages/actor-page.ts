import type { PageFacts } from '../../lib/export/schema-org.ts';
import { actorThing } from '../../lib/export/schema-things.ts';
import type { Actor } from '../../lib/model/actor.ts';
import type { AnyFeature } from '../../lib/view/links-to.ts';
import { pageAddress } from '../../lib/view/page-address.ts';
import { drawLocator } from './draw-locator.ts';
import { PAGE_LOOK } from './locator-look.ts';
import { recordsSubject } from './locator-subjects.ts';
import { latestChange, type PageAtlas } from './page-atlas.ts';
import { addressesFrom, pageCitation, pageHead, type SiteAddress } from './page-site.ts';
import { nameOf } from './record-page.ts';
import type { ReadClaim } from './report-page.ts';

/** All that the page of an actor shows. */
export async function actorPage(id: string, atlas: PageAtlas, site: SiteAddress, description: string) {
	const actor = atlas.actors.get(id)!;
	const { actors, reports } = atlas;
	const roles = rolesOf(id, atlas);
	const named = Object.values(roles).flatMap((records) => records.map((record) => record.id));
	const facts = actorFacts(actor, description, latestChange(named, atlas));
	const claims = atlas.features.flatMap((record): ReadClaim[] =>
		record.properties.claims
			.filter((claim) => claim.claimant.actor === id)
			.map((claim) => ({ claim, record: nameOf(record)! })),
	);
	return {
		actor,
		group: actor.member_of === null ? null : (actors.get(actor.member_of) ?? null),
		members: [...actors.values()].filter((other) => other.member_of === id),
		asPerpetrator: roles.asPerpetrator,
		asTarget: roles.asTarget,
		statements: roles.said,
		addressed: roles.addressed,
		claims,
		reports,
		map: await drawLocator(atlas.root, actorSubject(id, atlas), PAGE_LOOK),
		citation: pageCitation(facts, site),
		head: pageHead(facts, [actorThing(actor, { actors, reports, addressOf: addressesFrom(facts.path, site) })], site),
	};
}

/** Where an actor is named as perpetrator or target. */
export function actorSubject(id: string, atlas: PageAtlas) {
	const { asPerpetrator, asTarget } = rolesOf(id, atlas);
	return recordsSubject([...new Set([...asPerpetrator, ...asTarget])], atlas);
}

function rolesOf(id: string, { features }: PageAtlas) {
	const having = (names: (record: AnyFeature) => readonly string[]) =>
		features.filter((record) => names(record).includes(id));
	return {
		asPerpetrator: having(({ properties: p }) => ('perpetrators' in p ? p.perpetrators : [])),
		asTarget: having(({ properties: p }) => ('targets' in p ? p.targets : [])),
		said: having(({ properties: p }) => ('speakers' in p ? p.speakers : [])),
		addressed: having(({ properties: p }) => ('addressees' in p ? p.addressees : [])),
	};
}

function actorFacts({ id, name }: Actor, description: string, changed: string | null): PageFacts {
	return { path: pageAddress('actor', id), title: name, description, changed, above: [], about: 'actor' };
}
