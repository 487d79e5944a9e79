import { generateAtomFeed } from 'feedsmith';
import { type FeedHead, type FeedItem, MOST_ITEMS, noonOf } from './feed-item.ts';
import { nameUuid } from './name-uuid.ts';

/**
 * The corrections as an Atom feed (RFC 4287) at `feed.xml`. Where the site does not know its address links are
 * relative to the feed, which Atom allows. Every date comes from the data.
 */
export function atomFeed(items: readonly FeedItem[], head: FeedHead): string {
	const [newest] = items;
	const at = (path: string) => `${head.site ?? ''}${path}`;
	return generateAtomFeed({
		id: `urn:uuid:${nameUuid('feed')}`,
		title: { value: head.title },
		subtitle: { value: head.description },
		updated: noonOf(newest?.date ?? '1970-01-01'),
		authors: [{ name: head.author }],
		rights: { value: 'CC BY 4.0' },
		links: [
			{ href: at('feed.xml'), rel: 'self', type: 'application/atom+xml' },
			{ href: at('corrections/'), rel: 'alternate', type: 'text/html' },
		],
		xml: { lang: head.language },
		entries: items.slice(0, MOST_ITEMS).map((item) => ({
			id: item.urn,
			title: { value: item.title },
			updated: noonOf(item.date),
			published: noonOf(item.date),
			categories: [{ term: item.change, label: item.changeName }],
			content: { value: item.text, type: 'text' },
			links: [{ href: at(item.path ?? 'corrections/'), rel: 'alternate', type: 'text/html' }],
		})),
	});
}
