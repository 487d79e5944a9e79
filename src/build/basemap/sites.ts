import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Point } from 'geojson';

interface SiteProperties {
	name: string;
	kind: string;
	from: number;
}

const PLACES = fileURLToPath(new URL('../../../geodata/places/', import.meta.url));
/** A symbol says "here": sites known less well than this get none. */
const MAX_UNCERTAINTY_KM = 5;
/** Kinds of the gazetteer that get a symbol, and the zoom from which. */
const FROM_ZOOM: Readonly<Record<string, number>> = {
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

/** The curated gazetteer's bases, ports, plants and other sites. */
export function sites(): { feature: Feature<Point, SiteProperties>; minZoom: number }[] {
	const files = readdirSync(PLACES).filter((name) => name.endsWith('.geojson'));
	return files.sort().flatMap((name) => {
		const { features } = JSON.parse(readFileSync(`${PLACES}${name}`, 'utf8')) as FeatureCollection<
			Point,
			{ name: string; kind: string; uncertainty_km: number }
		>;
		return features.flatMap(({ geometry, properties: { name: title, kind, uncertainty_km: uncertaintyKm } }) => {
			const from = FROM_ZOOM[kind];
			if (from === undefined || uncertaintyKm > MAX_UNCERTAINTY_KM) return [];
			const properties = { name: title, kind, from };
			return [{ minZoom: Math.floor(from), feature: { type: 'Feature' as const, properties, geometry } }];
		});
	});
}
