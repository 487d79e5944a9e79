import type { Claim } from '../../lib/model/claim.ts';
import type { Incident } from '../../lib/model/record.ts';
import type { Outcome } from '../../lib/model/vocabulary.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

const ARRIVED: readonly Outcome[] = ['hit', 'damage'];
const DID_NOT_ARRIVE: readonly Outcome[] = ['intercepted', 'crashed', 'missed'];

export const check: Check = {
	name: 'outcome-matches-claims',
	description:
		'The outcome is one that a claim states; "disputed" where claims contradict each other, and only there. People killed or injured also support "hit", though an explosion of unknown cause may stay "unknown". "unknown" where no claim says.',
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
	const harms = incident.claims.some(tellsOfHarm);
	const supported: Outcome[] = harms ? [...stated, 'hit'] : stated;
	const isStated = (list: readonly Outcome[]) => list.some((outcome) => stated.includes(outcome));
	const contradicts =
		(isStated(ARRIVED) && isStated(DID_NOT_ARRIVE)) ||
		(stated.includes('damage') && stated.includes('no-damage')) ||
		denials.some(({ value }) => (value === null ? supported.length > 0 : supported.includes(value)));
	if (contradicts || stated.includes('disputed')) return ['disputed'];
	// An explosion whose cause nobody establishes need not have had a target, whoever it harmed.
	if (stated.length === 0 && (!harms || incident.kind === 'explosion')) return ['unknown', ...supported];
	return [...new Set(supported)];
}

function tellsOfHarm(claim: Claim): boolean {
	if (claim.topic !== 'casualties' || claim.stance === 'denies' || claim.stance === 'does-not-confirm') return false;
	return (claim.value?.killed?.low ?? 0) > 0 || (claim.value?.injured?.low ?? 0) > 0;
}

function claimsOnOutcome({ claims }: Incident) {
	return claims.filter((claim) => claim.topic === 'outcome');
}

function quote(word: string): string {
	return `"${word}"`;
}
