import type { Actor } from '../../model/actor.ts';
import type { PlaceFeature } from '../../model/layer-feature.ts';
import type { Report } from '../../model/report.ts';
import type { AnyFeature } from '../../view/links-to.ts';
import type { PageMessages } from '../messages/page-messages.ts';

/** A sentence on a report, for its page and for machines. */
export function describeReport(report: Report, features: readonly AnyFeature[], m: PageMessages): string {
	const records = features.filter(({ properties }) => properties.reports.includes(report.id));
	const claims = records.flatMap(({ properties }) => properties.claims.filter((claim) => claim.report === report.id));
	return m.pages.reportDescription(report.publisher, claims.length, records.length);
}

/** A sentence on a place. */
export function describePlace({ properties: p }: PlaceFeature, country: string | null, m: PageMessages): string {
	const isOwn = p.admin1 === null || p.admin1 === p.name;
	const isCountry = p.kind === 'country' || country === null;
	const where = isCountry ? '' : isOwn ? m.pages.inCountry(country) : m.pages.inDivision(p.admin1!, country);
	return m.pages.placeDescription(capital(m.vocabulary.placeKinds[p.kind]), where, p.incidents.length);
}

/** A sentence on an actor. */
export function describeActor({ id, kind }: Actor, features: readonly AnyFeature[], m: PageMessages): string {
	const named = features.filter(
		({ properties: p }) => 'perpetrators' in p && [...p.perpetrators, ...p.targets].includes(id),
	);
	const claims = features.flatMap(({ properties }) => properties.claims.filter((claim) => claim.claimant.actor === id));
	return m.pages.actorDescription(capital(m.pages.actorKinds[kind]), named.length, claims.length);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
