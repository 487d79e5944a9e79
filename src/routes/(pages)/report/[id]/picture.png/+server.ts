import { recordsSubject } from '../../../../../build/pages/locator-subjects.ts';
import { pageAtlas } from '../../../../../build/pages/page-atlas.ts';
import { pictureResponse } from '../../../../../build/pages/picture-response.ts';
import { recordsOfReport } from '../../../../../build/pages/report-page.ts';
import { pageMessagesOf } from '../../../../../lib/ui/messages/page-messages.ts';
import { reportWords } from '../../../../../lib/ui/pages/picture-words.ts';

export const prerender = true;
export const entries = () => [...pageAtlas().reports.keys()].map((id) => ({ id }));

export function GET({ params: { id } }) {
	const atlas = pageAtlas();
	const words = reportWords(atlas.reports.get(id)!, atlas.features, 'en', pageMessagesOf('en'));
	return pictureResponse(atlas.root, words, recordsSubject(recordsOfReport(id, atlas), atlas));
}
