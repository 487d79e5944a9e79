import * as v from 'valibot';
import { Alpha3, described, Id, orNull, Text } from './fields.ts';
import { ACTOR_KINDS, keysOf, type Side, SIDES } from './vocabulary.ts';

/** Someone who acts, speaks or is acted upon. People only where they hold office or command. */
export const Actor = v.strictObject({
	id: described(Id, 'Permanent name'),
	name: described(Text, 'Name we use'),
	aliases: described(v.array(Text), 'Every other spelling met, in any script'),
	kind: described(v.picklist(keysOf(ACTOR_KINDS)), 'Kind of actor'),
	side: described(v.picklist(keysOf(SIDES)), 'With whom the reports say it stands'),
	country: described(orNull(Alpha3), 'Country, ISO 3166-1 alpha-3'),
	inter: described(
		orNull(v.picklist([1, 2, 3, 4, 5, 6, 7, 8])),
		'ACLED actor code: 1 state forces, 2 rebel group, 3 political militia, 4 identity militia, 5 rioters, 6 protesters, 7 civilians, 8 external or other forces',
	),
	member_of: described(orNull(Id), 'Id of the actor it belongs to'),
	allegiance: described(orNull(Text), 'What the reports say of its ties, in our words'),
	office: described(orNull(Text), 'Of a person: the office or command for which it is named; null for all others'),
});
export type Actor = v.InferOutput<typeof Actor>;

export const ActorFile = v.strictObject({ actors: v.array(Actor) });
export type ActorFile = v.InferOutput<typeof ActorFile>;

/** The side all these actors stand on; `null` if there are none or they differ. */
export function sideOf(ids: readonly string[], actors: ReadonlyMap<string, Actor>): Side | null {
	const [side, ...others] = new Set(ids.map((id) => actors.get(id)?.side ?? null));
	return side !== undefined && others.length === 0 ? side : null;
}
