import { claimsOnOutcome, supportedOutcomes } from '../../lib/model/outcome.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'outcome-matches-claims',
	description:
		'The outcome is one that a claim states; "disputed" where claims contradict each other, and only there. People killed or injured also support "hit", though an explosion of unknown cause may stay "unknown". "unknown" where no claim says.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const expected = supportedOutcomes(value.claims, value.kind);
			if (expected.includes(value.outcome)) continue;
			const said = claimsOnOutcome(value.claims).map(
				({ stance, value: said }) => `${stance} ${quote(said ?? 'nothing')}`,
			);
			const message = `the outcome is "${value.outcome}", the claims say ${said.join(', ') || 'nothing'}`;
			report({
				file,
				path: 'outcome',
				message,
				fix: `write ${expected.map(quote).join(' or ')}, or correct the claims`,
			});
		}
	},
};

function quote(word: string): string {
	return `"${word}"`;
}
