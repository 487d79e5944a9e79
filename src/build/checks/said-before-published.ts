import { parseEdtf } from '../../lib/model/edtf.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'said-before-published',
	description:
		'A claim is made no later than its report may have been published. The report itself and its headlines speak when it is published, so they have no date of their own.',
	scope: 'records',
	check({ records, reportById }, report) {
		for (const { file, value } of records) {
			for (const [i, claim] of value.claims.entries()) {
				if (claim.said === null) continue;
				const path = `claims[${i}].said`;
				const published = reportById.get(claim.report)?.published;
				const isOwnVoice = claim.claimant_kind === 'media-own-voice' || claim.claimant_kind === 'headline';
				if (isOwnVoice) {
					const message = `${claim.id} is the report's own voice and said on ${claim.said}`;
					report({ file, path, message, fix: 'write null' });
				} else if (published !== undefined && parseEdtf(claim.said)!.end > parseEdtf(published)!.end) {
					const message = `${claim.id} is said on ${claim.said}, after its report was published (${published})`;
					report({ file, path, message, fix: 'give the days up to the publication, or null' });
				}
			}
		}
	},
};
