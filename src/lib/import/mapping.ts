/** What a column of an unknown table can hold. */
export const ROLES = {
	id: 'Identifier',
	title: 'Title',
	summary: 'Description',
	date: 'Date, or first day',
	dateEnd: 'Last day',
	time: 'Time of day',
	latitude: 'Latitude',
	longitude: 'Longitude',
	position: 'Latitude and longitude in one',
	place: 'Name of the place',
	admin1: 'Province',
	country: 'Country',
	kind: 'What happened',
	perpetrators: 'By whom',
	targets: 'Against whom',
	weapon: 'With what',
	outcome: 'Outcome',
	killed: 'Killed',
	killedLow: 'Killed, lowest',
	killedHigh: 'Killed, highest',
	injured: 'Injured',
	sources: 'Sources',
} as const;
export type Role = keyof typeof ROLES;

/** Index of the column that holds each role; roles that no column holds are left out. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** How sure a guess is of each role it gave, 0 to 1. */
export type Confidence = Readonly<Partial<Record<Role, number>>>;
