import { pageAtlas } from '../../../../build/pages/page-atlas.ts';
import { recordPage } from '../../../../build/pages/record-page.ts';
import { recordIds, retiredPage } from '../../../../build/pages/retired-page.ts';
import { siteAddress } from '../../../site-address.ts';

export const entries = () => recordIds(pageAtlas()).map((id) => ({ id }));

/** A record; or, where it was renamed or removed, what became of it. */
export async function load({ params: { id } }) {
	const atlas = pageAtlas();
	const retired = retiredPage(id, atlas);
	if (retired !== null) return { retired };
	return { retired, page: await recordPage(id, atlas, siteAddress()) };
}
