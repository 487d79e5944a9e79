import type { Feature, LineString, Polygon, Position } from 'geojson';
import { readGshhg } from './gshhg.ts';
import { readPn2 } from './pn2.ts';
import { smoothLine } from './smooth-line.ts';

/** `rank` 1 (largest) to 4; `dry` where water runs only at times. */
export type River = Feature<LineString, { rank: number; dry: boolean }>;
/** A lake, or a river so wide that it has two banks. */
export type Water = Feature<Polygon, { river: boolean }>;

/** Where GSHHG is drawn, whole degrees: `[west, south, east, north]`. Natural Earth's coarser lakes and rivers are drawn around it. */
const DETAILED: [number, number, number, number] = [20, 8, 70, 48];
/** From this zoom the detailed water of the region is drawn. */
const DETAILED_ZOOM = 4;
/** GSHHG shows the Caspian, which is no lake of ours, and the Aral Sea as it was before it dried up. */
const TOO_LARGE_KM2 = 20_000;
const MIN_LAKE_KM2 = [0, 0, 0, 0, 250, 60, 12, 0];
/** Whether a river of a GSHHG level is drawn at a zoom: permanent, intermittent, canals. */
const MIN_RIVER_ZOOM = [Infinity, 4, 5, 6, 7, 6, 7, 7, 7, Infinity, Infinity];
const RIVER_RANK = [1, 1, 2, 3, 4, 2, 3, 4, 3, 4, 4];

/** Lakes, wide rivers and rivers, by zoom. */
export async function water(): Promise<{ waterAt: (zoom: number) => Water[]; riversAt: (zoom: number) => River[] }> {
	const { lakes, islands, rivers } = await readGshhg(DETAILED);
	const coarseLakes = readPn2('ne_50m_lakes')
		.filter(({ closed }) => closed)
		.map(({ rings }) =>
			polygon(
				rings.map((ring) => smoothLine(shut(ring), 3)),
				false,
			),
		);
	const coarseRivers = readPn2('ne_50m_rivers_lake_centerlines').flatMap(({ rings }) =>
		rings.map((line) => river(smoothLine(line, 2.5), 1, false)),
	);
	const detailedLakes = lakes
		.filter(({ areaKm2 }) => areaKm2 < TOO_LARGE_KM2)
		.map(({ ring, id, areaKm2, riverLake }) => ({
			areaKm2,
			feature: polygon(
				[
					smoothLine(ring, riverLake ? 0.3 : Math.min(1.2, 0.3 + 0.02 * Math.sqrt(areaKm2))),
					...islands.filter(({ parent }) => parent === id).map((island) => smoothLine(island.ring, 0.4)),
				],
				riverLake,
			),
		}));
	const detailedRivers = rivers.map(({ line, level }) => ({
		level,
		feature: river(smoothLine(line, 0.45), RIVER_RANK[level] ?? 4, level > 4 && level < 8),
	}));
	const outside = <T extends Water | River>(features: T[]) => features.filter(({ geometry }) => !isDetailed(geometry));

	return {
		waterAt: memo((zoom) =>
			zoom < DETAILED_ZOOM
				? coarseLakes
				: [
						...outside(coarseLakes),
						...detailedLakes
							.filter(({ areaKm2 }) => areaKm2 >= (MIN_LAKE_KM2[zoom] ?? 0))
							.map(({ feature }) => feature),
					],
		),
		riversAt: memo((zoom) =>
			zoom < 2
				? []
				: zoom < DETAILED_ZOOM
					? coarseRivers
					: [
							...outside(coarseRivers),
							...detailedRivers
								.filter(({ level }) => zoom >= (MIN_RIVER_ZOOM[level] ?? Infinity))
								.map(({ feature }) => feature),
						],
		),
	};
}

/** Built-up areas, their corners rounded. */
export function urbanAreas(): Feature<Polygon>[] {
	return readPn2('ne_50m_urban_areas')
		.filter(({ closed }) => closed)
		.map(({ rings }) => ({
			type: 'Feature',
			properties: {},
			geometry: { type: 'Polygon', coordinates: rings.map((ring) => smoothLine(shut(ring), 1.6)) },
		}));
}

function polygon(coordinates: Position[][], isRiver: boolean): Water {
	return { type: 'Feature', properties: { river: isRiver }, geometry: { type: 'Polygon', coordinates } };
}

function river(coordinates: Position[], rank: number, dry: boolean): River {
	return { type: 'Feature', properties: { rank, dry }, geometry: { type: 'LineString', coordinates } };
}

function shut(ring: Position[]): Position[] {
	const distinct = ring.filter(([lng, lat], i) => lng !== ring[i - 1]?.[0] || lat !== ring[i - 1]?.[1]);
	const [first, last] = [distinct[0], distinct.at(-1)];
	return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...distinct, first] : distinct;
}

/** True where the middle of a shape lies in the detailed bounds; the Aral Sea is drawn as it is now. */
function isDetailed({ type, coordinates }: Polygon | LineString): boolean {
	const points = type === 'Polygon' ? (coordinates[0] ?? []) : coordinates;
	const [lng = 0, lat = 0] = points[Math.floor(points.length / 2)] ?? [];
	const [west, south, east, north] = DETAILED;
	const isAral = lng > 57.5 && lng < 62 && lat > 43.3;
	return lng > west && lng < east && lat > south && lat < north && !isAral;
}

/** Equal results are one array, so that tiles of several zooms share an index. */
function memo<T>(make: (zoom: number) => T[]): (zoom: number) => T[] {
	const made = new Map<string, T[]>();
	return (zoom) => {
		const features = make(zoom);
		const key = String(features.length);
		const known = made.get(key);
		if (known) return known;
		made.set(key, features);
		return features;
	};
}
