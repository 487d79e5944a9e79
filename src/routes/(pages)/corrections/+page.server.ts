import { correctionEntries } from '../../../build/feeds/correction-entries.ts';
import { corrections } from '../../../lib/ui/messages/en/corrections.ts';
import { pageMessagesOf } from '../../../lib/ui/messages/page-messages.ts';
import { describeCorrection } from '../../../lib/ui/pages/describe-correction.ts';

export function load() {
	const { vocabulary } = pageMessagesOf('en');
	const { entries, actors } = correctionEntries();
	return {
		entries: entries.map(({ id, correction, title, summary, record }) => ({
			id,
			date: correction.date,
			change: correction.change,
			title,
			record,
			lines: describeCorrection(correction, summary, actors, 'en', { corrections, vocabulary }),
			why: correction.why,
		})),
	};
}
