import { recordsSubject } from '../../build/pages/locator-subjects.ts';
import { pageAtlas } from '../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../build/pages/picture-response.ts';
import { pageMessagesOf } from '../../lib/ui/messages/page-messages.ts';

export const prerender = true;

export function GET() {
	const atlas = pageAtlas();
	const { page } = pageMessagesOf('en');
	const words = { kicker: '', title: page.title, facts: [page.tagline, page.description], judged: [] };
	return pictureResponse(atlas.root, words, recordsSubject(atlas.features, atlas));
}
