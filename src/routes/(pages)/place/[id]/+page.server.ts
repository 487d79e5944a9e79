import { countryName } from '../../../../build/pages/country-name.ts';
import { pageAtlas } from '../../../../build/pages/page-atlas.ts';
import { placePage } from '../../../../build/pages/place-page.ts';
import { pageMessagesOf } from '../../../../lib/ui/messages/page-messages.ts';
import { describePlace } from '../../../../lib/ui/pages/describe.ts';
import { siteAddress } from '../../../site-address.ts';

export const entries = () => [...pageAtlas().places.keys()].map((id) => ({ id }));

export async function load({ params: { id } }) {
	const atlas = pageAtlas();
	const place = atlas.places.get(id)!;
	const { country } = place.properties;
	const name = country === null ? null : countryName(country);
	const description = describePlace(place, name, pageMessagesOf('en'));
	return { ...(await placePage(id, atlas, siteAddress(), description)), countryName: name };
}
