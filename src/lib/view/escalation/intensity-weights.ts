import type { Grading, Kind, Outcome } from '../../model/vocabulary.ts';

/** The least and the most that something weighs. Where they differ, the claims leave it open. */
export type Weight = readonly [low: number, high: number];

/** Days after which an incident weighs half. */
export const HALF_LIFE_DAYS = 14;

/** Points for each doubling of one more than the number killed, so that one great toll does not hide all others. */
export const POINTS_PER_DOUBLING = 2;

/**
 * Points for what happened. All attacks weigh the same, as no report ranks them by their means; an explosion whose
 * cause nobody establishes may be an attack or may not. `arrives`: whether the outcome bears on it.
 */
export const KIND_POINTS: Readonly<Record<Kind, { points: Weight; arrives: boolean }>> = {
	'air-strike': { points: [4, 4], arrives: true },
	'drone-attack': { points: [4, 4], arrives: true },
	'rocket-missile-attack': { points: [4, 4], arrives: true },
	'ground-attack': { points: [4, 4], arrives: true },
	killing: { points: [4, 4], arrives: false },
	explosion: { points: [1, 4], arrives: false },
	interception: { points: [2, 2], arrives: false },
	protest: { points: [1, 1], arrives: false },
	other: { points: [1, 1], arrives: false },
};

/** What the points of an attack are multiplied by, by what it did. */
export const OUTCOME_FACTORS: Readonly<Record<Outcome, Weight>> = {
	hit: [1, 1],
	damage: [1, 1],
	intercepted: [0.5, 0.5],
	crashed: [0.5, 0.5],
	missed: [0.5, 0.5],
	'no-damage': [0.5, 0.5],
	disputed: [0.5, 1],
	unknown: [0.5, 1],
};

/**
 * What the sum is multiplied by, by how well the claims support that it happened as told. The attribution weighs nothing
 * of its own, as an attack is as intense whoever made it; where it is contradicted, the grading is `contested`.
 */
export const GRADING_FACTORS: Readonly<Record<Grading, Weight>> = {
	confirmed: [1, 1],
	fair: [1, 1],
	weak: [0.5, 1],
	contested: [0.5, 1],
	discounted: [0, 0.5],
};

/** What one incident weighs on its day, and the steps to it. */
export interface IncidentWeight {
	readonly kind: Weight;
	readonly outcome: Weight;
	readonly toll: Weight;
	readonly grading: Weight;
	readonly total: Weight;
}

/** Weighs an incident. `killed` is its lowest and highest figure, `null` where there is none or it is open above. */
export function incidentWeight(
	kind: Kind,
	outcome: Outcome,
	grading: Grading,
	killed: readonly [low: number | null, high: number | null],
): IncidentWeight {
	const { points, arrives } = KIND_POINTS[kind];
	const weight = {
		kind: points,
		outcome: arrives ? OUTCOME_FACTORS[outcome] : ([1, 1] as const),
		toll: [tollPoints(killed[0] ?? 0), tollPoints(Math.max(killed[0] ?? 0, killed[1] ?? 0))] as const,
		grading: GRADING_FACTORS[grading],
	};
	const total = ([0, 1] as const).map(
		(end) => (weight.kind[end] * weight.outcome[end] + weight.toll[end]) * weight.grading[end],
	);
	return { ...weight, total: [total[0]!, total[1]!] };
}

/** Points for a number of killed. */
export function tollPoints(killed: number): number {
	return POINTS_PER_DOUBLING * Math.log2(1 + killed);
}
