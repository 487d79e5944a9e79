import { countryName } from '../../../../../build/pages/country-name.ts';
import { placeSubject } from '../../../../../build/pages/locator-subjects.ts';
import { pageAtlas } from '../../../../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../../../../build/pages/picture-response.ts';
import { pageMessagesOf } from '../../../../../lib/ui/messages/page-messages.ts';
import { placeWords } from '../../../../../lib/ui/pages/picture-words.ts';

export const prerender = true;
export const entries = () => [...pageAtlas().places.keys()].map((id) => ({ id }));

export function GET({ params }) {
	const atlas = pageAtlas();
	const place = atlas.places.get(params.id)!;
	const { country } = place.properties;
	const words = placeWords(place, country === null ? null : countryName(country), pageMessagesOf('en'));
	return pictureResponse(atlas.root, words, placeSubject(place, atlas));
}
