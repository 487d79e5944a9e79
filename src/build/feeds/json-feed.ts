import { generateJsonFeed } from 'feedsmith';
import { type FeedHead, type FeedItem, MOST_ITEMS, noonOf } from './feed-item.ts';

/**
 * The corrections as a JSON Feed 1.1 at `feed.json`. Its addresses must be absolute, so there are none where the site
 * does not know its own; the extension `_atlas` has the path below the root in any case.
 */
export function jsonFeed(items: readonly FeedItem[], { site, title, description, author, language }: FeedHead): string {
	const feed = generateJsonFeed({
		title,
		description,
		language,
		authors: [{ name: author }],
		...(site === null ? {} : { home_page_url: `${site}corrections/`, feed_url: `${site}feed.json` }),
		items: items.slice(0, MOST_ITEMS).map((item) => ({
			id: item.urn,
			...(site === null ? {} : { url: `${site}${item.path ?? 'corrections/'}` }),
			title: item.title,
			content_text: item.text,
			date_published: noonOf(item.date),
			date_modified: noonOf(item.date),
			tags: [item.change],
		})),
	}) as { items: object[] };
	const withPaths = feed.items.map((item, i) => ({ ...item, _atlas: { path: items[i]!.path } }));
	return `${JSON.stringify({ ...feed, items: withPaths }, null, '\t')}\n`;
}
