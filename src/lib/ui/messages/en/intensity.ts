/** Strings of the weights of our intensity curve, for the panel and the method page. */
export const intensity = {
	heading: 'Intensity',
	idea: 'Data on events have long been put on scales of conflict, as Goldstein did in 1992 (Journal of Conflict Resolution 36, 369–385). The idea is theirs; the weights are ours, chosen for being few and easy to argue with, and no number is taken from elsewhere.',
	off: 'The curve is off unless a reader switches it on: a single line makes choices look like facts.',
	sum: (perDoubling: number) =>
		`An incident weighs the points of its kind, times the factor of its outcome, plus ${perDoubling} points for each doubling of one more than the number killed; all of it times the factor of its corroboration.`,
	decay: (halfLife: number) =>
		`From its day on the weight is halved every ${halfLife} days. Where the date is a range, the least counts it only when the range is over and as if it had been on the first day; the most counts it whole on every day of the range.`,
	band: 'Where a weight is a range, the first number belongs to the least and the second to the most. No figure of killed adds nothing to either; one that is open above adds its lowest.',
	attribution:
		'Attribution has no weight of its own, as an attack is as intense whoever made it; where it is contradicted the corroboration is “contested”.',
	kind: 'Points by what happened',
	outcome: 'Factor by outcome (attacks only)',
	grading: 'Factor by corroboration',
	code: 'What',
	weight: 'Weight',
	weightRange: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
	example: (title: string) => `Example: ${title}`,
	exampleSum: (kind: string, outcome: string, toll: string, grading: string, total: string) =>
		`(${kind} × ${outcome} + ${toll} for the killed) × ${grading} = ${total}`,
};
