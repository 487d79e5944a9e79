import type { Claim } from '../../lib/model/claim.ts';
import type { Figure } from '../../lib/model/record.ts';
import { deriveToll } from '../../lib/model/toll.ts';
import { incidentSources } from '../atlas.ts';
import type { Check } from './check.ts';

const MEASURES = ['killed', 'injured', 'abducted'] as const;
const BOUNDS = ['low', 'best', 'high'] as const;
const FIX = 'run `npm run fix`';

export const check: Check = {
	name: 'toll-matches-claims',
	description: 'A toll is what the claims make it: never below a claim that supports it nor above one that refutes it.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of incidentSources(atlas)) {
			const derived = deriveToll(value.claims);
			for (const measure of MEASURES) {
				for (const bound of BOUNDS) {
					const stored = value.derived.toll[measure][bound];
					const expected = derived[measure][bound];
					if (stored === expected) continue;
					const message = `${measure} ${bound} is ${String(stored)}, ${reason(value.claims, measure, stored, derived[measure], bound)}`;
					report({ file, path: `derived.toll.${measure}.${bound}`, message, fix: FIX });
				}
			}
		}
	},
};

function reason(
	claims: readonly Claim[],
	measure: (typeof MEASURES)[number],
	stored: number | null,
	derived: Figure,
	bound: (typeof BOUNDS)[number],
): string {
	const expected = derived[bound];
	const on = claims.filter((claim) => claim.topic === 'casualties' && (claim.value?.[measure] ?? null) !== null);
	const ids = on.map((claim) => claim.id).join(', ');
	if (on.length === 0) return 'but no claim gives a figure: unknown is null';
	if (stored === null) return `but ${ids} give a figure: ${String(expected)}`;
	if (expected === null && bound !== 'high') return 'but no claim supports a figure: unknown is null';
	if (expected === null || stored < expected) return `below what ${ids} support: ${String(expected)}`;
	return `above what ${ids} allow: ${expected}`;
}
