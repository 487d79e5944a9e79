import { pageAtlas } from '../../../../build/pages/page-atlas.ts';
import { reportPage } from '../../../../build/pages/report-page.ts';
import { pageMessagesOf } from '../../../../lib/ui/messages/page-messages.ts';
import { describeReport } from '../../../../lib/ui/pages/describe.ts';
import { siteAddress } from '../../../site-address.ts';

export const entries = () => [...pageAtlas().reports.keys()].map((id) => ({ id }));

export function load({ params: { id } }) {
	const atlas = pageAtlas();
	const description = describeReport(atlas.reports.get(id)!, atlas.features, pageMessagesOf('en'));
	return reportPage(id, atlas, siteAddress(), description);
}
