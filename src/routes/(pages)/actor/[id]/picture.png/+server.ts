import { actorSubject } from '../../../../../build/pages/actor-page.ts';
import { pageAtlas } from '../../../../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../../../../build/pages/picture-response.ts';
import { pageMessagesOf } from '../../../../../lib/ui/messages/page-messages.ts';
import { actorWords } from '../../../../../lib/ui/pages/picture-words.ts';

export const prerender = true;
export const entries = () => [...pageAtlas().actors.keys()].map((id) => ({ id }));

export function GET({ params: { id } }) {
	const atlas = pageAtlas();
	const words = actorWords(atlas.actors.get(id)!, atlas.features, pageMessagesOf('en'));
	return pictureResponse(atlas.root, words, actorSubject(id, atlas));
}
