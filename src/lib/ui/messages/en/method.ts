/** Strings of the method page. What the rules say stands with the rules, in `src/lib/model`. */
export const method = {
	title: 'Method',
	description:
		'How Escalation Atlas reads reports into claims and claims into incidents: dates, places, tolls, attribution, grading, borders, and what the map cannot know.',
	lead: 'A map of violence invites more trust than its sources bear. This page says how each thing on it came to be there, so that you can judge for yourself how far to follow it.',
	contents: 'On this page',
	code: 'Code',
	meaning: 'Meaning',
	condition: 'It is this, if',
	example: 'Example from the data',
	noExample: 'none in the data so far',
	claims: {
		heading: 'The claim is the unit',
		text: [
			'A report is read sentence by sentence. What it says about an event is written down as claims: who says what, with what stance, in which paragraph and sentence, in our own words. Report texts are not kept; a fingerprint of each text and the number of its sentences are, so that a locator can be checked by whoever has the text.',
			'A claim has a claimant, a kind of claimant, a stance and a topic. That a report repeats what an army says makes it a claim of the army, not of the report. What the report says without naming anybody is its own voice.',
			'Claims about one event are gathered into one record. None is left out because another contradicts it, and none is preferred because of who makes it: kinds of claimants are told apart, not ranked, save for one figure, the best estimate of a toll.',
		],
		stances: 'How a claimant may stand to what is claimed',
		claimants: 'Kinds of claimants',
		topics: 'What a claim may be about',
	},
	units: {
		heading: 'Incidents, statements and totals',
		kinds: 'Kinds of incidents',
		coding:
			'Event types and sub-event types follow ACLED, statements the codes of PLOVER. An attack that was foiled keeps its kind: a drone shot down is still a drone attack, though ACLED files it elsewhere.',
	},
	dates: {
		heading: 'How dates are read',
		precisions: 'How wide a date may be',
		ucdp: 'UCDP date_prec',
	},
	places: {
		heading: 'How places are read',
		precisions: 'How precise a place may be',
		ucdp: 'UCDP where_prec',
		wanted:
			'Places wider than a town are drawn as what they are. A locator map on a page follows the same rule: an outline or a disc where only an area is known, a point with its circle of uncertainty else.',
	},
	borders: {
		heading: 'How borders are drawn',
		text: [
			'Land and borders come from Natural Earth, which draws who holds the ground. We draw them as they come, and dash every stretch whose status is not settled. A dashed line says that it is open, not who is right. Names follow the same source and common English usage; they take no position on sovereignty.',
			'The country of an incident is that of its place in the gazetteer. It decides no claim.',
		],
		caption: 'Borders drawn dashed',
		between: 'Between',
		why: 'Why',
		stretch: 'only a stretch of it',
	},
	tolls: {
		heading: 'How tolls are counted',
		text: 'Each incident has a lowest, a best and a highest figure of killed, injured and captured people, worked out from the claims on casualties and from nothing else:',
		caption: 'Incidents whose figures show these rules at work',
		rule: 'What it shows',
		killed: 'Killed',
		shows: {
			total: 'Accounts of the whole that differ',
			besides: 'People counted besides somebody named',
			part: 'People who may or may not be inside an account',
			denial: 'Somebody denies a casualty',
			open: 'A figure that is open above',
			unknown: 'No claim gives a figure',
		},
		sums: 'Sums over several incidents add lowest to lowest and highest to highest. Where one of them is unknown, the sum says of how many incidents it is. Totals of many events, as reports give them, are never added to incidents.',
	},
	attribution: {
		heading: 'How attribution is decided',
		text: 'Attribution says how well the claims support who did it. It is worked out from them by a rule of which the first that holds decides. The ring around a symbol shows it.',
		party:
			'Two actors are one party if one belongs to the other or both are organs of one state. Members of one coalition are not one party with each other.',
	},
	grading: {
		heading: 'How a record is graded',
		text: 'Grading says how well the claims support that it happened as told. It follows the grades of Airwars, in our own words; again the first that holds decides.',
	},
	machines: {
		heading: 'What the pages tell machines',
		text: [
			'Each page carries structured data in the vocabulary of schema.org. An incident is an Event. Its date is given only as finely as it is sure, and never as a beginning and an end that are merely the bounds of what is known; its coordinates are given only for a named site or town; who did it is no property of the event, as it is a matter of claims.',
			'Each claim is a Claim with its author and the report it appears in. Where another claimant in the same record denies or excludes it, there is a ClaimReview besides. That type was made for verdicts, and we give none: its rating reads “Contradicted by another claimant”, has no value on any scale, and stands on both sides of the contradiction alike. A claim that nobody contradicts has no review, which does not mean that it is true.',
			'The addresses of pages are permanent. A record that is renamed leaves a page that leads on; one that is removed leaves a page that says when and why.',
		],
	},
	unknown: {
		heading: 'What the map cannot know',
		text: [
			'It knows what the reports it has read say, and no more. An empty place on the map is a place no report here speaks of. It is not a place where nothing happened, and how many incidents stand there says as much about what is reported as about what happens.',
			'Reports repeat each other and their sources. Two claimants that differ by name may both rely on a third whom neither names. “Independent” here means that they are told apart in the text.',
			'Who speaks first, loudest or in English has more claims. Tolls in a report are those known on the day it was written; later corrections reach the map only with a later report.',
			'A side is what reports call an actor. It is a colour, not a chain of command: that a group is called aligned with a state does not say that the state ordered what it did.',
			'That one incident is linked to another is a claim too, and each link names who makes it. Time alone links nothing.',
			'Coordinates of places that could expose people are rounded before they are written, and the uncertainty is raised to match. People have a page only where they hold office or command.',
		],
	},
	data: {
		heading: 'The data',
		text: 'Everything on the map is in plain GeoJSON, under CC BY 4.0. These addresses are permanent:',
		layers: {
			incidents: 'incidents with their claims, at a representative point',
			areas: 'where an incident may have been, if that is wider than a town',
			links: 'what answered or accompanied what, and who says so',
			places: 'places at which incidents are drawn',
			routes: 'where something was launched, brought down, aimed at or struck, as far as reports say',
			statements: 'statements and threats with a date',
			aggregates: 'totals of many events, and wars',
		},
		dictionary: 'Every field is described in the data dictionary, geodata/README.md, in the repository.',
	},
};
