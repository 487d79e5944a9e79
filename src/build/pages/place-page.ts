import type { PageFacts } from '../../lib/export/schema-org.ts';
import { placeThing } from '../../lib/export/schema-things.ts';
import type { IncidentFeature } from '../../lib/model/feature.ts';
import type { PlaceFeature } from '../../lib/model/layer-feature.ts';
import { SENSITIVITIES } from '../../lib/model/vocabulary.ts';
import { pageAddress } from '../../lib/view/page-address.ts';
import { drawLocator } from './draw-locator.ts';
import { PAGE_LOOK } from './locator-look.ts';
import { isIncident, placeSubject } from './locator-subjects.ts';
import { latestChange, type PageAtlas } from './page-atlas.ts';
import { addressesFrom, pageCitation, pageHead, type SiteAddress } from './page-site.ts';

/** All that the page of a place shows. */
export async function placePage(id: string, atlas: PageAtlas, site: SiteAddress, description: string) {
	const place = atlas.places.get(id)!;
	const curated = atlas.curated.get(id)?.properties ?? null;
	const facts = placeFacts(place, description, latestChange(place.properties.incidents, atlas));
	const addressOf = addressesFrom(facts.path, site);
	return {
		place,
		aliases: curated?.aliases ?? [],
		source: curated?.source ?? null,
		roundedFor: curated === null || curated.sensitivity === 'none' ? null : SENSITIVITIES[curated.sensitivity].meaning,
		incidents: incidentsAt(place, atlas),
		actors: atlas.actors,
		map: await drawLocator(atlas.root, placeSubject(place, atlas), PAGE_LOOK),
		citation: pageCitation(facts, site),
		head: pageHead(facts, [placeThing(place, curated?.aliases ?? [], addressOf)], site),
	};
}

/** The incidents at a place, by date. */
function incidentsAt(place: PlaceFeature, atlas: PageAtlas): IncidentFeature[] {
	return place.properties.incidents
		.map((id) => atlas.featureById.get(id))
		.filter((record) => record !== undefined && isIncident(record)) as IncidentFeature[];
}

function placeFacts({ id, properties }: PlaceFeature, description: string, changed: string | null): PageFacts {
	const path = pageAddress('place', id);
	return { path, title: properties.name, description, changed, above: [], about: 'place' };
}
