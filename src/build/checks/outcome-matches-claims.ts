import type { Claim } from '../../lib/model/claim.ts';
import type { Outcome } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

const ARRIVED: readonly Outcome[] = ['hit', 'damage'];
const DID_NOT_ARRIVE: readonly Outcome[] = ['intercepted', 'crashed', 'missed'];

export const check: Check = {
	name: 'outcome-matches-claims',
	description:
		'The outcome is one that a claim states; "disputed" where claims contradict each other, and only there; "unknown" where no claim says.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const stated = outcomes(value.claims, (stance) => stance !== 'denies' && stance !== 'does-not-confirm');
			const denied = outcomes(value.claims, (stance) => stance === 'denies');
			const expected = expectedOutcomes(stated, denied);
			if (expected.includes(value.outcome)) continue;
			const said = [...stated.map(quote), ...denied.map((outcome) => `not ${quote(outcome)}`)].join(', ') || 'nothing';
			const message = `the outcome is "${value.outcome}", the claims say ${said}`;
			report({
				file,
				path: 'outcome',
				message,
				fix: `write ${expected.map(quote).join(' or ')}, or correct the claims`,
			});
		}
	},
};

function expectedOutcomes(stated: readonly Outcome[], denied: readonly Outcome[]): Outcome[] {
	const isStated = (list: readonly Outcome[]) => list.some((outcome) => stated.includes(outcome));
	const contradicts =
		(isStated(ARRIVED) && isStated(DID_NOT_ARRIVE)) ||
		(stated.includes('damage') && stated.includes('no-damage')) ||
		isStated(denied);
	if (contradicts || stated.includes('disputed')) return ['disputed'];
	return stated.length > 0 ? [...stated] : ['unknown'];
}

function outcomes(claims: readonly Claim[], accept: (stance: Claim['stance']) => boolean): Outcome[] {
	return claims.flatMap((claim) =>
		claim.topic === 'outcome' && claim.value !== null && accept(claim.stance) ? [claim.value] : [],
	);
}

function quote(word: string): string {
	return `"${word}"`;
}
