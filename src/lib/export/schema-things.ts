import type {
	Claim as SchemaClaim,
	ClaimReview,
	CreativeWork,
	Event,
	Organization,
	Person,
	Place,
	Thing,
} from 'schema-dts';
import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import type { PlaceFeature } from '../model/layer-feature.ts';
import type { Report } from '../model/report.ts';
import type { PlaceKind } from '../model/vocabulary.ts';
import { groupClaims } from '../view/claim-groups.ts';
import type { AnyFeature } from '../view/links-to.ts';
import { pageAddress } from '../view/page-address.ts';
import { reducedDate } from './schema-dates.ts';
import type { AddressOf } from './schema-org.ts';

export interface ThingContext {
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Report>;
	readonly addressOf: AddressOf;
}

type Properties = AnyFeature['properties'];

const NEWS: ReadonlySet<Report['kind']> = new Set([
	'news-agency',
	'newspaper',
	'broadcaster',
	'online-news',
	'state-media',
]);
const PEOPLE: ReadonlySet<Claim['claimant_kind']> = new Set(['official-named', 'official-anonymous']);
const PLACE_TYPES: Partial<Record<PlaceKind, 'Airport' | 'Hospital' | 'City' | 'AdministrativeArea' | 'Country'>> = {
	airport: 'Airport',
	hospital: 'Hospital',
	province: 'AdministrativeArea',
	district: 'AdministrativeArea',
	country: 'Country',
};

/** Names of things of the page itself are relative to it. */
const RECORD = '#record';

/** A record with its claims, the reviews of those that others contradict, and the reports they stand in. */
export function recordThings(record: AnyFeature, context: ThingContext): Thing[] {
	const { properties } = record;
	return [
		'plover' in properties ? statementThing(properties, context) : eventThing(record, context),
		...properties.claims.map((claim) => claimThing(claim, context)),
		...contradictions(record, context),
		...properties.reports.flatMap((id) => reportThing(context.reports.get(id), context)),
	];
}

/** A report as far as its text tells: our label stands for its headline, which we do not keep. */
export function reportThing(report: Report | undefined, { addressOf }: ThingContext): Thing[] {
	if (!report) return [];
	const published = reducedDate(report.published);
	return [
		{
			'@type': NEWS.has(report.kind) ? 'NewsArticle' : 'CreativeWork',
			'@id': reportId(report.id, addressOf),
			name: report.label,
			inLanguage: report.language,
			...(report.publisher === null ? {} : { publisher: { '@type': 'Organization' as const, name: report.publisher } }),
			...(published === undefined ? {} : { datePublished: published }),
			...(report.url === null ? {} : { url: report.url }),
		},
	];
}

/** A place; its point is given only where the place is a site or a town. */
export function placeThing(
	{ id, geometry, properties }: PlaceFeature,
	aliases: readonly string[],
	addressOf: AddressOf,
): Place {
	const [longitude, latitude] = geometry.coordinates;
	const type = PLACE_TYPES[properties.kind];
	const isWide = ['province', 'district', 'region', 'country', 'sea'].includes(properties.kind);
	return {
		'@type': type ?? 'Place',
		'@id': placeId(id, addressOf),
		name: properties.name,
		...(aliases.length > 0 ? { alternateName: [...aliases] } : {}),
		...(isWide ? {} : { geo: { '@type': 'GeoCoordinates', longitude, latitude } }),
		...within(properties.admin1, properties.country, properties.name),
	};
}

/** An actor; a person only as the holder of an office or command. */
export function actorThing(actor: Actor, { actors, addressOf }: ThingContext): Organization | Person {
	const named = {
		'@id': actorId(actor.id, addressOf),
		name: actor.name,
		...(actor.aliases.length > 0 ? { alternateName: [...actor.aliases] } : {}),
		...(actor.allegiance === null ? {} : { description: actor.allegiance }),
	};
	const group = actor.member_of === null ? undefined : actors.get(actor.member_of);
	const memberOf = group && {
		memberOf: { '@type': 'Organization' as const, '@id': actorId(group.id, addressOf), name: group.name },
	};
	if (actor.kind === 'person') return { '@type': 'Person', ...named, ...memberOf };
	const isState = actor.kind === 'state' || actor.kind === 'state-forces';
	return { '@type': isState ? 'GovernmentOrganization' : 'Organization', ...named, ...memberOf };
}

function actorId(id: string, addressOf: AddressOf): string {
	return `${addressOf(pageAddress('actor', id))}#actor`;
}

function placeId(id: string, addressOf: AddressOf): string {
	return `${addressOf(pageAddress('place', id))}#place`;
}

function reportId(id: string, addressOf: AddressOf): string {
	return `${addressOf(pageAddress('report', id))}#report`;
}

/**
 * What happened. schema.org has no word for "on one of these days": the date is as fine as it is sure, and the rest is
 * said in words. Who did it is no property of the event, as it is a matter of claims.
 */
function eventThing({ id, geometry, properties }: AnyFeature, { addressOf }: ThingContext): Event {
	const isEvent = properties.date_of === 'event';
	const date = isEvent ? reducedDate(properties.date_edtf) : undefined;
	const isDay = properties.date_precision === 'day';
	return {
		'@type': 'Event',
		'@id': RECORD,
		identifier: id,
		name: properties.title,
		description: properties.summary,
		disambiguatingDescription: dateWords(properties),
		...(date === undefined ? {} : { startDate: date, ...(isDay ? { endDate: date } : {}) }),
		...('place_name' in properties ? { location: locationOf(properties, geometry, addressOf) } : {}),
		subjectOf: properties.reports.map((report) => ({ '@id': reportId(report, addressOf) })),
	};
}

function locationOf(
	properties: Extract<Properties, { place_name: string | null }>,
	geometry: AnyFeature['geometry'],
	addressOf: AddressOf,
): Place {
	const { place_id: id, place_name: name, geo_precision: precision, place_as_written: written } = properties;
	if (id === null || name === null) return { '@type': 'Place', name: written ?? 'No report names a place' };
	const isFine = precision === 'site' || precision === 'town';
	const [longitude, latitude] = geometry?.coordinates ?? [];
	return {
		'@type': 'Place',
		name: isFine || written === null ? name : written,
		...within(properties.admin1, properties.country, name),
		...(isFine && longitude !== undefined
			? { '@id': placeId(id, addressOf), geo: { '@type': 'GeoCoordinates', longitude, latitude } }
			: { containedInPlace: { '@type': 'Place', '@id': placeId(id, addressOf), name } }),
	};
}

function within(admin1: string | null, country: string | null, name: string) {
	if (country === null) return {};
	const isOwn = admin1 === null || admin1 === name;
	return {
		address: {
			'@type': 'PostalAddress' as const,
			addressCountry: country,
			...(isOwn ? {} : { addressRegion: admin1 }),
		},
	};
}

function dateWords({ date_start: start, date_end: end, date_of: of, date_precision: precision }: Properties): string {
	const span = start === end ? `on ${start}` : `at a time between ${start} and ${end}`;
	const about = precision === 'approx' ? `about then, ${span}` : span;
	return of === 'event' ? `Dated ${about}.` : `Announced ${about}; the date of the event is not known.`;
}

function statementThing(
	properties: Extract<Properties, { plover: string }>,
	{ actors, addressOf }: ThingContext,
): CreativeWork {
	const date = reducedDate(properties.date_edtf);
	return {
		'@type': 'CreativeWork',
		'@id': RECORD,
		name: properties.title,
		abstract: properties.summary,
		...(date === undefined ? {} : { dateCreated: date }),
		author: properties.speakers.map((id) => partyThing(id, actors, addressOf)),
		subjectOf: properties.reports.map((report) => ({ '@id': reportId(report, addressOf) })),
	};
}

function claimThing(claim: Claim, context: ThingContext): SchemaClaim {
	const author = claimantThing(claim, context);
	return {
		'@type': 'Claim',
		'@id': claimId(claim),
		text: claim.paraphrase,
		about: { '@id': RECORD },
		appearance: { '@id': reportId(claim.report, context.addressOf) },
		...(author ? { author } : {}),
	};
}

/**
 * A review for each claim that another claimant in the record denies or excludes. Its rating says just that, in words and
 * without a value: both sides have one, and neither is found true or false.
 */
function contradictions({ id, properties }: AnyFeature, { actors, addressOf }: ThingContext): ClaimReview[] {
	const url = addressOf(pageAddress('record', id));
	return groupClaims(properties.claims, actors).flatMap(({ positions }) =>
		positions.flatMap(({ claims: held, opposes }) => {
			if (opposes.length === 0) return [];
			const others = opposes.flatMap((index) => positions[index]!.claims.map(({ claimant }) => claimant.name));
			return held.map((claim): ClaimReview => ({
				'@type': 'ClaimReview',
				'@id': `${claimId(claim)}-review`,
				url,
				claimReviewed: claim.paraphrase,
				itemReviewed: { '@id': claimId(claim) },
				author: { '@type': 'Organization', name: 'Escalation Atlas' },
				reviewRating: {
					'@type': 'Rating',
					alternateName: 'Contradicted by another claimant',
					ratingExplanation: `The record holds contrary claims of ${[...new Set(others)].join(', ')}. Which of them is true is not judged.`,
				},
			}));
		}),
	);
}

/** Who makes a claim; nobody for the report's own voice, which is the report's. */
function claimantThing(claim: Claim, { actors, addressOf }: ThingContext): Organization | Person | null {
	const { claimant, claimant_kind: kind } = claim;
	if (claimant.actor !== null) return partyThing(claimant.actor, actors, addressOf);
	if (kind === 'media-own-voice' || kind === 'headline') return null;
	return { '@type': PEOPLE.has(kind) ? 'Person' : 'Organization', name: claimant.name };
}

function partyThing(id: string, actors: ReadonlyMap<string, Actor>, addressOf: AddressOf): Organization | Person {
	const actor = actors.get(id);
	return {
		'@type': actor?.kind === 'person' ? 'Person' : 'Organization',
		'@id': actorId(id, addressOf),
		name: actor?.name ?? id,
	};
}

function claimId(claim: Claim): string {
	return `#${claim.id}`;
}
