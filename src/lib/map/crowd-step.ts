/** Crowds in steps of a fifth, so that symbols keep their size from one day to the next and then change by a thirtieth. */
export function crowdStep(crowd: number): number {
	return crowd === 0 ? 0 : 2 ** (Math.round(Math.log2(crowd) * 4) / 4);
}
