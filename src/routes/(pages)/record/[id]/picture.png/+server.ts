import { recordSubject } from '../../../../../build/pages/locator-subjects.ts';
import { pageAtlas } from '../../../../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../../../../build/pages/picture-response.ts';
import { pageMessagesOf } from '../../../../../lib/ui/messages/page-messages.ts';
import { recordWords } from '../../../../../lib/ui/pages/picture-words.ts';

export const prerender = true;
export const entries = () => pageAtlas().features.map(({ id }) => ({ id }));

export function GET({ params }) {
	const atlas = pageAtlas();
	const record = atlas.featureById.get(params.id)!;
	return pictureResponse(atlas.root, recordWords(record, 'en', pageMessagesOf('en')), recordSubject(record, atlas));
}
