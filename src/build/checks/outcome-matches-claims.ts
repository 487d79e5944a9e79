import type { Incident } from '../../lib/model/record.ts';
import type { Outcome } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

const ARRIVED: readonly Outcome[] = ['hit', 'damage'];
const DID_NOT_ARRIVE: readonly Outcome[] = ['intercepted', 'crashed', 'missed'];

export const check: Check = {
	name: 'outcome-matches-claims',
	description:
		'The outcome is one that a claim states; "disputed" where claims contradict each other, and only there; where no claim speaks of it, "unknown", or "hit" for what is said to have happened, or "intercepted" for an interception.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const expected = expectedOutcomes(value);
			if (expected.includes(value.outcome)) continue;
			const said = claimsOnOutcome(value).map(({ stance, value: said }) => `${stance} ${quote(said ?? 'nothing')}`);
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

function expectedOutcomes(incident: Incident): Outcome[] {
	const claims = claimsOnOutcome(incident).filter(({ stance }) => stance !== 'does-not-confirm');
	const denials = claims.filter(({ stance }) => stance === 'denies');
	const stated = claims.flatMap(({ stance, value }) => (stance === 'denies' || value === null ? [] : [value]));
	const isStated = (list: readonly Outcome[]) => list.some((outcome) => stated.includes(outcome));
	const contradicts =
		(isStated(ARRIVED) && isStated(DID_NOT_ARRIVE)) ||
		(stated.includes('damage') && stated.includes('no-damage')) ||
		denials.some(({ value }) => (value === null ? stated.length > 0 : stated.includes(value)));
	if (contradicts || stated.includes('disputed')) return ['disputed'];
	if (stated.length > 0) return [...new Set(stated)];
	return incident.kind === 'interception' ? ['unknown', 'intercepted'] : ['unknown', 'hit'];
}

function claimsOnOutcome({ claims }: Incident) {
	return claims.filter((claim) => claim.topic === 'outcome');
}

function quote(word: string): string {
	return `"${word}"`;
}
