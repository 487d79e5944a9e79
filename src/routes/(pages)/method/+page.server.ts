import { methodPage } from '../../../build/pages/method-page.ts';
import { pageAtlas } from '../../../build/pages/page-atlas.ts';
import { pageMessagesOf } from '../../../lib/ui/messages/page-messages.ts';
import { siteAddress } from '../../site-address.ts';

export function load() {
	const { title, description } = pageMessagesOf('en').method;
	return methodPage(pageAtlas(), siteAddress(), { title, description });
}
