import { type Actor, sideOf } from '../../model/actor.ts';
import type { IncidentFeature } from '../../model/feature.ts';

const MOST_REMEMBERED = 10_000;

/**
 * Puts our ids in the place of names of parties that are ours, by name or alias, whole and whatever the case and
 * accents; any other name stays as the file writes it. An alias that two actors share names neither.
 */
export function actorResolver(actors: readonly Actor[]): (feature: IncidentFeature) => IncidentFeature {
	const byName = new Map<string, string | null>();
	for (const { id, name, aliases } of actors) {
		for (const spelling of new Set([id, name, ...aliases].map(fold))) {
			byName.set(spelling, byName.has(spelling) ? null : id);
		}
	}
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	const remembered = new Map<string, string>();
	const idOf = (name: string) => {
		let id = remembered.get(name);
		if (id === undefined) {
			id = byName.get(fold(name)) ?? name;
			if (remembered.size >= MOST_REMEMBERED) remembered.clear();
			remembered.set(name, id);
		}
		return id;
	};
	const idsOf = (names: readonly string[]) => [...new Set(names.map(idOf))];
	return (feature) => {
		const { properties } = feature;
		const perpetrators = idsOf(properties.perpetrators);
		const targets = idsOf(properties.targets);
		return { ...feature, properties: { ...properties, perpetrators, targets, side: sideOf(perpetrators, byId) } };
	};
}

function fold(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}
