import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atomFeed } from './atom-feed.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';
import { jsonFeed } from './json-feed.ts';
import { nameUuid } from './name-uuid.ts';

const head: FeedHead = {
	title: 'Corrections & additions',
	description: 'What <changed>',
	author: 'Atlas',
	language: 'en',
	site: null,
};
const items: FeedItem[] = [
	{
		urn: `urn:uuid:${nameUuid('b')}`,
		date: '2024-06-02',
		change: 'changed',
		changeName: 'Corrected',
		title: 'Corrected: Strike on “Testburg” & <b>more</b>',
		text: 'Killed: 3, not 5\n\n]]> & <script>alert(1)</script>',
		path: 'record/strike/',
	},
	{
		urn: `urn:uuid:${nameUuid('a')}`,
		date: '2024-06-01',
		change: 'added',
		changeName: 'Added',
		title: 'Added',
		text: 'x',
		path: null,
	},
];

test('a UUID follows from the name and keeps to its form', () => {
	expect(nameUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(nameUuid('a')).toBe(nameUuid('a'));
	expect(nameUuid('a')).not.toBe(nameUuid('b'));
});

test('entries keep the ids they have been published with', () => {
	expect(nameUuid('2026-11-20--added--2024-07-30-musayib-strike')).toBe('b7441759-729a-5d23-addd-9b7ff4fc61ca');
});

test('the Atom feed reads back as what went in, with links relative to it', () => {
	const feed = parseAtomFeed(atomFeed(items, head));
	expect(feed).toMatchObject({
		title: { value: head.title },
		subtitle: { value: head.description },
		updated: '2024-06-02T12:00:00.000Z',
		authors: [{ name: 'Atlas' }],
	});
	expect(feed.links?.map(({ href }) => href)).toEqual(['feed.xml', 'corrections/']);
	expect(feed.entries).toHaveLength(2);
	expect(feed.entries![0]).toMatchObject({
		id: items[0]!.urn,
		title: { value: items[0]!.title },
		content: { value: items[0]!.text, type: 'text' },
		updated: '2024-06-02T12:00:00.000Z',
		links: [{ href: 'record/strike/' }],
		categories: [{ term: 'changed', label: 'Corrected' }],
	});
	expect(feed.entries![1]!.links![0]!.href).toBe('corrections/');
});

test('links are absolute where the site knows its address', () => {
	const site = 'https://atlas.example/press/';
	expect(parseAtomFeed(atomFeed(items, { ...head, site })).entries![0]!.links![0]!.href).toBe(`${site}record/strike/`);
	const feed = parseJsonFeed(jsonFeed(items, { ...head, site }));
	expect(feed).toMatchObject({ feed_url: `${site}feed.json`, home_page_url: `${site}corrections/` });
	expect(feed.items!.map(({ url }) => url)).toEqual([`${site}record/strike/`, `${site}corrections/`]);
});

test('the JSON feed reads back as what went in, and has no address that is not absolute', () => {
	const text = jsonFeed(items, head);
	const feed = parseJsonFeed(text);
	expect(feed).toMatchObject({ title: head.title, language: 'en', authors: [{ name: 'Atlas' }] });
	expect(feed.items![0]).toMatchObject({
		id: items[0]!.urn,
		title: items[0]!.title,
		content_text: items[0]!.text,
		date_published: '2024-06-02T12:00:00.000Z',
		tags: ['changed'],
	});
	const raw = JSON.parse(text) as { version: string; items: Record<string, unknown>[] };
	expect(raw.version).toBe('https://jsonfeed.org/version/1.1');
	expect(raw.items.map(({ url, _atlas }) => [url, _atlas])).toEqual([
		[undefined, { path: 'record/strike/' }],
		[undefined, { path: null }],
	]);
});

test('only the newest entries are told', () => {
	const many = Array.from({ length: 300 }, (_, i) => ({ ...items[1]!, urn: `urn:uuid:${nameUuid(String(i))}` }));
	expect(parseAtomFeed(atomFeed(many, head)).entries).toHaveLength(200);
	expect(parseJsonFeed(jsonFeed(many, head)).items).toHaveLength(200);
});
