import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

export type CountryGeometry = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { id?: string };
export type WorldAtlas = Topology<{
	countries: GeometryCollection<{ name: string }> & { geometries: CountryGeometry[] };
	land: GeometryCollection;
}>;

/** Natural Earth countries and land as packed by world-atlas; `50m` and `10m` are the scale, in millionths. */
export function readWorldAtlas(scale: '50m' | '10m'): WorldAtlas {
	const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
	return JSON.parse(readFileSync(path, 'utf8')) as WorldAtlas;
}
