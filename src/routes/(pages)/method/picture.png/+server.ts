import { pageAtlas } from '../../../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../../../build/pages/picture-response.ts';
import { recordsSubject } from '../../../../build/pages/locator-subjects.ts';
import { pageMessagesOf } from '../../../../lib/ui/messages/page-messages.ts';

export const prerender = true;

export function GET() {
	const atlas = pageAtlas();
	const { page, method } = pageMessagesOf('en');
	const words = { kicker: page.title, title: method.title, facts: [method.description], judged: [] };
	return pictureResponse(atlas.root, words, recordsSubject(atlas.features, atlas));
}
