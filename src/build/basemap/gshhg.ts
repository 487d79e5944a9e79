import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { FS, File as HdfFile, ready } from 'h5wasm/node';
import { debianFile } from './debian-package.ts';

const FOLDER = '/usr/share/gmt-gshhg';

/** Shores and rivers of GSHHG, which are stored in cells of a degree and joined here. */
export interface Gshhg {
	/** Rings by the id of their polygon; those that leave the bounds are left out. */
	lakes: { ring: Position[]; areaKm2: number; riverLake: boolean; parent: number; id: number }[];
	/** Islands in lakes. */
	islands: { ring: Position[]; parent: number }[];
	/** `level` as in GSHHG: 0 is a bank of a wide river, 1 to 4 rivers by size, 5 to 7 intermittent, 8 to 10 canals. */
	rivers: { line: Position[]; level: number }[];
}

type Numbers = Int16Array | Int32Array | Float64Array;
interface Segment {
	line: Position[];
	key: number;
}

/** Reads the full resolution within bounds of whole degrees, `[west, south, east, north]`. */
export async function readGshhg(bounds: [number, number, number, number]): Promise<Gshhg> {
	await ready;
	const shores = openFile('binned_GSHHS_f.nc');
	const info = shores('Embedded_npts_levels_exit_entry_for_a_segment');
	const polygonOf = shores('Id_of_GSHHS_ID');
	const areas = shores('The_km_squared_area_of_polygons');
	const parents = shores('Id_of_parent_polygons');
	const levelOf = new Map<number, number>();
	const shoreSegments = segmentsWithin(shores, bounds, (i) => {
		const [id, level] = [polygonOf[i] ?? 0, ((info[i] ?? 0) >> 6) & 7];
		levelOf.set(id, level);
		return level === 2 || level === 3 ? { points: (info[i] ?? 0) >> 9, key: id } : null;
	});
	const rings = joined(shoreSegments).filter(({ line }) => samePlace(line[0], line.at(-1)) && line.length > 3);
	const rivers = openFile('binned_river_f.nc');
	const [counts, levels] = [rivers('N_points_for_a_segment'), rivers('Hierarchial_level_of_a_segment')];
	const riverSegments = segmentsWithin(rivers, bounds, (i) => ({ points: counts[i] ?? 0, key: levels[i] ?? 0 }));
	const ofLevel = (level: number) => rings.filter(({ key }) => levelOf.get(key) === level);
	return {
		lakes: ofLevel(2).map(({ line, key }) => ({
			ring: line,
			id: key,
			areaKm2: Math.abs(areas[key] ?? 0),
			riverLake: (areas[key] ?? 0) < 0,
			parent: parents[key] ?? -1,
		})),
		islands: ofLevel(3).map(({ line, key }) => ({ ring: line, parent: parents[key] ?? -1 })),
		rivers: joined(riverSegments).map(({ line, key }) => ({ line, level: key })),
	};
}

function openFile(name: string): (dataset: string) => Numbers {
	const inside = `/${name}`;
	FS!.writeFile(inside, readFileSync(debianFile('gmt-gshhg-full', `${FOLDER}/${name}`)));
	const file = new HdfFile(inside, 'r');
	return (dataset) => (file.get(dataset) as unknown as { value: Numbers }).value;
}

/** The wanted segments of each cell, in degrees. Cells run from 0 E, 90 N eastwards, then south. */
function segmentsWithin(
	read: (dataset: string) => Numbers,
	[west, south, east, north]: [number, number, number, number],
	wanted: (segment: number) => { points: number; key: number } | null,
): Segment[] {
	const cell = (read('Bin_size_in_minutes')[0] ?? 0) / 60;
	const columns = Math.round(360 / cell);
	const [first, count] = [read('Id_of_first_segment_in_a_bin'), read('N_segments_in_a_bin')];
	const firstPoint = read('Id_of_first_point_in_a_segment');
	const lngs = read('Relative_longitude_from_SW_corner_of_bin');
	const lats = read('Relative_latitude_from_SW_corner_of_bin');
	const segments: Segment[] = [];
	for (const bin of first.keys()) {
		const left = (bin % columns) * cell;
		const bottom = 90 - (Math.floor(bin / columns) + 1) * cell;
		if (left < west || left >= east || bottom < south || bottom >= north) continue;
		for (let i = first[bin] ?? 0; i < (first[bin] ?? 0) + (count[bin] ?? 0); i++) {
			const found = wanted(i);
			if (!found) continue;
			const from = firstPoint[i] ?? 0;
			const line = Array.from({ length: found.points }, (_, k): Position => {
				// Stored as unsigned, in 65,535ths of the cell.
				const [lng, lat] = [(lngs[from + k] ?? 0) & 0xffff, (lats[from + k] ?? 0) & 0xffff];
				return [left + (lng / 65535) * cell, bottom + (lat / 65535) * cell];
			});
			segments.push({ line, key: found.key });
		}
	}
	return segments;
}

/** Joins segments of one key end to end where exactly two of them meet, cells' edges included. */
export function joined(segments: readonly Segment[]): Segment[] {
	const ends = new Map<string, Set<Segment>>();
	const placeKey = (key: number, [lng = 0, lat = 0]: Position) =>
		`${key} ${Math.round(lng * 2e4)} ${Math.round(lat * 2e4)}`;
	const note = (segment: Segment, noted: boolean) => {
		for (const end of [segment.line[0]!, segment.line.at(-1)!]) {
			const place = placeKey(segment.key, end);
			const there = ends.get(place) ?? new Set();
			if (noted) there.add(segment);
			else there.delete(segment);
			ends.set(place, there);
		}
	};
	const open = segments.filter(({ line }) => line.length > 1);
	for (const segment of open) note(segment, true);
	const result = new Set(open);
	for (const start of open) {
		if (!result.has(start)) continue;
		let current = start;
		for (;;) {
			const next = follower(current);
			if (!next) break;
			for (const piece of [current, next.other]) {
				note(piece, false);
				result.delete(piece);
			}
			current = { key: current.key, line: next.line };
			note(current, true);
			result.add(current);
		}
	}
	return [...result];

	function follower(segment: Segment): { other: Segment; line: Position[] } | null {
		const [first, last] = [segment.line[0]!, segment.line.at(-1)!];
		if (samePlace(first, last)) return null;
		for (const end of [last, first]) {
			const there = [...(ends.get(placeKey(segment.key, end)) ?? [])];
			const other = there.find((candidate) => candidate !== segment);
			if (there.length !== 2 || !other || samePlace(other.line[0], other.line.at(-1))) continue;
			const forward = end === last ? segment.line : [...segment.line].reverse();
			const onward = samePlace(other.line[0], end) ? other.line : [...other.line].reverse();
			return { other, line: [...forward, ...onward.slice(1)] };
		}
		return null;
	}
}

function samePlace(a: Position | undefined, b: Position | undefined): boolean {
	if (!a || !b) return false;
	return (
		Math.round((a[0] ?? 0) * 2e4) === Math.round((b[0] ?? 0) * 2e4) &&
		Math.round((a[1] ?? 0) * 2e4) === Math.round((b[1] ?? 0) * 2e4)
	);
}
