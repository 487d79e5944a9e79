import { actorPage } from '../../../../build/pages/actor-page.ts';
import { countryName } from '../../../../build/pages/country-name.ts';
import { pageAtlas } from '../../../../build/pages/page-atlas.ts';
import { pageMessagesOf } from '../../../../lib/ui/messages/page-messages.ts';
import { describeActor } from '../../../../lib/ui/pages/describe.ts';
import { siteAddress } from '../../../site-address.ts';

export const entries = () => [...pageAtlas().actors.keys()].map((id) => ({ id }));

export async function load({ params: { id } }) {
	const atlas = pageAtlas();
	const actor = atlas.actors.get(id)!;
	const description = describeActor(actor, atlas.features, pageMessagesOf('en'));
	const name = actor.country === null ? null : countryName(actor.country);
	return { ...(await actorPage(id, atlas, siteAddress(), description)), countryName: name };
}
