import type { Stance } from '../../lib/model/vocabulary.ts';
import type { Check } from './check.ts';

const MAY_BE_EMPTY: readonly Stance[] = ['hints', 'denies', 'does-not-confirm', 'condemns'];

export const check: Check = {
	name: 'claim-values',
	description:
		'A claim that states something says what; only a claim that something happened, a hint that names nothing, a denial of whatever is said, a refusal to confirm or a condemnation may go without.',
	scope: 'records',
	check({ records }, report) {
		for (const { file, value } of records) {
			for (const [i, claim] of value.claims.entries()) {
				const mayBeEmpty = claim.topic === 'occurrence' || MAY_BE_EMPTY.includes(claim.stance);
				if (claim.value !== null || mayBeEmpty) continue;
				const message = `${claim.id} ${claim.stance} on ${claim.topic} and gives no value`;
				report({
					file,
					path: `claims[${i}].value`,
					message,
					fix: 'write what is claimed, or make it a claim on occurrence',
				});
			}
		}
	},
};
