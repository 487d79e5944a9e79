import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, Point } from 'geojson';
import type { PlaceFile } from '../../lib/model/place.ts';
import { coarsePosition, leastSensitivity, stricter } from '../../lib/model/sensitivity.ts';
import type { PlaceKind } from '../../lib/model/vocabulary.ts';

interface SiteProperties {
	name: string;
	kind: string;
	from: number;
}

const PLACES = fileURLToPath(new URL('../../../geodata/places/', import.meta.url));
/** A symbol says "here": sites known less well than this get none. */
const MAX_UNCERTAINTY_KM = 5;
/** Kinds of the gazetteer that get a symbol, and the zoom from which. */
const FROM_ZOOM: Readonly<Partial<Record<PlaceKind, number>>> = {
	'nuclear-site': 8,
	'air-base': 8,
	port: 8,
	airport: 8,
	'oil-site': 8,
	crossing: 8,
	'military-base': 8,
	hospital: 9,
	embassy: 10,
	site: 9,
};

/** The curated gazetteer's bases, ports, plants and other sites, no finer than their sensitivity allows. */
export function sites(): { feature: Feature<Point, SiteProperties>; minZoom: number }[] {
	const files = readdirSync(PLACES).filter((name) => name.endsWith('.geojson'));
	return files.sort().flatMap((name) => {
		const { features } = JSON.parse(readFileSync(`${PLACES}${name}`, 'utf8')) as PlaceFile;
		return features.flatMap(
			({ geometry, properties: { name: title, kind, sensitivity, uncertainty_km: radiusKm } }) => {
				const from = FROM_ZOOM[kind];
				if (from === undefined || radiusKm > MAX_UNCERTAINTY_KM) return [];
				const coordinates = coarsePosition(geometry.coordinates, stricter(sensitivity, leastSensitivity(kind)));
				const properties = { name: title, kind, from };
				const point: Point = { type: 'Point', coordinates };
				return [{ minZoom: Math.floor(from), feature: { type: 'Feature' as const, properties, geometry: point } }];
			},
		);
	});
}
