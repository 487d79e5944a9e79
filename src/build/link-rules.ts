/** When a link is made, and what a chain is. */
export const LINK_RULE = [
	'A link says what a record answered or accompanied, who says so, and where. What only the order of sentences suggests, or what editors see and no report says, is a link of basis `inferred`: it carries their reason, is drawn dotted, and no account of anybody holds it.',
	'A chain is told from one record: everything it goes back to, step by step, then the record itself, then everything that goes back to it, in order of time, no answer before what it answers. Other answers to its forebears are chains of their own. Parts of one salvo go together; an interception answers the attack it met.',
];

/** When a place stands in a route. */
export const ROUTE_RULE = [
	'`route` holds a place only where a report gives its part in words: launched or fired from; intercepted or shot down over or near; hit or struck; fell or crashed at; aimed at, targeted, fired toward, or stopped before it could strike. "An attack on" or "a strike in" a place says neither that it was aimed at nor that it was reached, and gives none. Who is said to have done it is no place of launch.',
	'A line is drawn only from a site or a town to a site or a town. A launch from a country is that country.',
];
