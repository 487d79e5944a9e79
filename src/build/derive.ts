import type { Actor } from '../lib/model/actor.ts';
import { deriveAttribution } from '../lib/model/attribution.ts';
import { deriveGrading } from '../lib/model/grading.ts';
import type { Derived, Incident } from '../lib/model/record.ts';
import { deriveToll } from '../lib/model/toll.ts';
import type { Gazetteer } from './atlas.ts';

/** What the machine works out for an incident; what stands under `derived` must equal it. */
export function deriveIncident(
	incident: Incident,
	actors: ReadonlyMap<string, Actor>,
	gazetteer: Pick<Gazetteer, 'locate'>,
): Derived {
	const attribution = deriveAttribution(incident.claims, actors);
	return {
		toll: deriveToll(incident.claims),
		attribution,
		grading: deriveGrading(incident.claims, attribution),
		geocoding: incident.place && gazetteer.locate(incident.place),
		route: incident.route.map(({ place }) => gazetteer.locate(place)),
	};
}
