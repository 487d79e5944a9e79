import { atomFeed } from '../../build/feeds/atom-feed.ts';
import { correctionEntries } from '../../build/feeds/correction-entries.ts';
import { feedHead, feedItems } from '../../lib/ui/pages/feed-words.ts';
import { siteAddress } from '../site-address.ts';

export const prerender = true;

export function GET() {
	const { entries, actors } = correctionEntries();
	const text = atomFeed(feedItems(entries, actors, 'en'), { ...feedHead('en'), site: siteAddress() });
	return new Response(text, { headers: { 'content-type': 'application/atom+xml' } });
}
