import jsonld from 'jsonld';
import { beforeAll, expect, test } from 'vitest';
import { actorPage } from './actor-page.ts';
import { methodPage } from './method-page.ts';
import { pageAtlas } from './page-atlas.ts';
import { placePage } from './place-page.ts';
import { recordPage } from './record-page.ts';
import { reportPage } from './report-page.ts';

const SITE = 'https://atlas.example/';
const SCHEMA = 'http://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const atlas = pageAtlas();

interface Fact {
	subject: string;
	predicate: string;
	object: string;
}
const facts = new Map<string, Fact[]>();

/** The triples of a block as a JSON-LD processor reads it, with schema.org's context at hand instead of fetched. */
async function read(graph: string, base: string): Promise<Fact[]> {
	const triples = await jsonld.toRDF(JSON.parse(graph) as object, {
		base,
		safe: true,
		documentLoader: (url) => {
			expect(url).toBe('https://schema.org');
			const context = {
				'@vocab': SCHEMA,
				url: { '@type': '@id' },
				item: { '@type': '@id' },
				license: { '@type': '@id' },
			};
			return Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': context } });
		},
	});
	return triples.map(({ subject, predicate, object }) => ({
		subject: subject.value,
		predicate: predicate.value.replace(SCHEMA, ''),
		object: object.value.replace(SCHEMA, ''),
	}));
}

beforeAll(async () => {
	const heads = [
		...(await Promise.all(atlas.features.map(({ id }) => recordPage(id, atlas, SITE)))),
		...(await Promise.all([...atlas.reports.keys()].map((id) => reportPage(id, atlas, SITE, 'A report')))),
		...(await Promise.all([...atlas.places.keys()].map((id) => placePage(id, atlas, SITE, 'A place')))),
		...(await Promise.all([...atlas.actors.keys()].map((id) => actorPage(id, atlas, SITE, 'An actor')))),
		methodPage(atlas, SITE, { title: 'Method', description: 'How' }),
	].map(({ head }) => head);
	for (const { url, graph } of heads) facts.set(url!, await read(graph, url!));
}, 60_000);

function of(id: string): Fact[] {
	return facts.get(`${SITE}record/${id}/`)!;
}

function value(all: readonly Fact[], subject: string, predicate: string): string | undefined {
	return all.find((fact) => fact.subject.endsWith(subject) && fact.predicate === predicate)?.object;
}

test('every block reads as facts on its own page, which has a title, a trail and something it is about', () => {
	for (const [url, all] of facts) {
		const types = all.filter(({ predicate }) => predicate === TYPE);
		expect(types.find(({ subject }) => subject === url)?.object, url).toBe('WebPage');
		expect(types.map(({ object }) => object)).toContain('BreadcrumbList');
		const about = value(all, url, 'mainEntity');
		if (!url.endsWith('method/'))
			expect(
				types.map(({ subject }) => subject),
				url,
			).toContain(about);
	}
});

test('a known day is the day, a month is a month, bounds are no duration', () => {
	expect(value(of('2024-07-30-musayib-strike'), '#record', 'startDate')).toBe('2024-07-30');
	expect(value(of('2024-07-30-musayib-strike'), '#record', 'endDate')).toBe('2024-07-30');
	const week = of('2024-07-ain-al-asad-rockets');
	expect(value(week, '#record', 'startDate')).toBe('2024-07');
	expect(value(week, '#record', 'endDate')).toBeUndefined();
	expect(value(week, '#record', 'disambiguatingDescription')).toMatch(/at a time between 2024-07-23 and 2024-07-29/);
});

test('coordinates are given for sites and towns only', () => {
	const isFine = (id: string) => of(id).some(({ predicate }) => predicate === 'latitude');
	expect(isFine('2024-07-30-musayib-strike')).toBe(true);
	expect(isFine('2023-10-17-gaza-hospital-blast')).toBe(false);
	expect(isFine('2019-07-iraq-weapons-depot-bombing')).toBe(false);
	for (const { id, properties } of atlas.features) {
		if ('geo_precision' in properties && !['site', 'town'].includes(properties.geo_precision ?? '')) {
			expect(isFine(id), id).toBe(false);
		}
	}
});

test('both sides of a contradiction are reviewed alike, without a value, and nothing else is', () => {
	const all = of('2023-10-17-gaza-hospital-blast');
	const reviews = all.filter(({ predicate, object }) => predicate === TYPE && object === 'ClaimReview');
	expect(reviews.map(({ subject }) => subject.replace(/^.*#/, '')).sort()).toEqual([
		'c4-review',
		'c5-review',
		'c8-review',
		'c9-review',
	]);
	expect(all.filter(({ predicate }) => predicate === 'ratingValue')).toEqual([]);
	expect(of('2020-01-soleimani-muhandis-killing').filter(({ object }) => object === 'ClaimReview')).toEqual([]);
});

test('every claim is there with its report', () => {
	for (const { id, properties } of atlas.features) {
		const claims = of(id).filter(({ predicate, object }) => predicate === TYPE && object === 'Claim');
		expect(claims).toHaveLength(properties.claims.length);
		const appearances = of(id).filter(({ predicate }) => predicate === 'appearance');
		expect(appearances).toHaveLength(properties.claims.length);
	}
});

test('the data set names a licence and the layers', () => {
	const all = facts.get(`${SITE}method/`)!;
	expect(value(all, '#dataset', 'license')).toMatch(/creativecommons/);
	const layers = all.filter(({ predicate }) => predicate === 'contentUrl').map(({ object }) => object);
	expect(layers).toContain(`${SITE}data/incidents.geojson`);
	expect(layers).toHaveLength(7);
});

test('an actor is a person only where it holds office or command', () => {
	const typeOf = (id: string) => value(facts.get(`${SITE}actor/${id}/`)!, '#actor', TYPE);
	expect(typeOf('joe-biden')).toBe('Person');
	expect(typeOf('israel')).toBe('GovernmentOrganization');
	expect(typeOf('badr-organisation')).toBe('Organization');
});
