import type { NoArc } from '../../../view/why-no-arc.ts';

const noArc: Record<NoArc, string> = {
	statement: 'Something said has no place, so there is no line on the map.',
	aggregate: 'A total has no place, so there is no line on the map.',
	unlocated: 'No report says where one of the two happened, so there is no line on the map.',
	area: 'One of the two is known only to an area, so there is no line on the map.',
	'same-place': 'Both happened at one place, so there is no line on the map.',
};

/** Strings of the chain told as a story, and of what says how sure a link is. */
export const chain = {
	panel: 'Chain of links',
	follow: (steps: number) => `Follow the chain, ${steps} steps`,
	kicker: 'Chain',
	step: (step: number, of: number) => `Step ${step} of ${of}`,
	previous: 'Previous',
	next: 'Next',
	keys: 'Also [ and ], or the arrow keys in this panel',
	leave: 'Leave the chain',
	record: 'All that is claimed about it',
	toRecord: 'Open the record',
	linksHere: 'What ties it to what came before',
	begins: 'The chain begins here. No link leads further back.',
	noLink: 'Nothing in the chain leads here; later steps lead back to it.',
	inferred: 'inferred by the editors; no report says it',
	from: 'from',
	claims: 'What is claimed there',
	noClaims: 'No claim of either record stands in that sentence.',
	noArc,
	notShown: 'Your filters leave this out of the map.',
	whole: 'The whole chain',
	onlyTo: (precision: string) => `known only to the ${precision}`,
	noPlace: 'no place',
	route: 'Aimed at, brought down, struck',
	asReported: 'as the report has it',
};
