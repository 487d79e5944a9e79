import type { Check } from './check.ts';

export const check: Check = {
	name: 'claim-values',
	description:
		'A claim that states something says what; only a claim that something happened, or a refusal to confirm, has no value.',
	scope: 'records',
	check({ records }, report) {
		for (const { file, value } of records) {
			for (const [i, claim] of value.claims.entries()) {
				const mayBeEmpty =
					claim.topic === 'occurrence' || claim.stance === 'does-not-confirm' || claim.stance === 'condemns';
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
