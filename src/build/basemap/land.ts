import type { Feature, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { WorldAtlas } from './world-atlas.ts';

/**
 * The land of the world, one polygon per feature.
 *
 * The rings of world-atlas run across the date line and around the pole. Here they are unwrapped, so that
 * longitudes may leave -180..180, and Antarctica is closed along the bottom of the map.
 */
export function landPolygons(world: WorldAtlas): Feature<Polygon>[] {
	const land = feature(world, world.objects.land);
	const polygons = land.features.flatMap(({ geometry }) =>
		geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
	);
	return polygons.map((rings) => ({
		type: 'Feature',
		properties: {},
		geometry: { type: 'Polygon', coordinates: unwrapPolygon(rings) },
	}));
}

/** Unwraps the shell, then moves each hole by whole turns until it lies in the shell. */
export function unwrapPolygon(rings: Position[][]): Position[][] {
	const [shell = [], ...holes] = rings.map(unwrapRing);
	const middle = middleLng(shell);
	return [
		shift(shell, -turns(middle, 0)),
		...holes.map((hole) => shift(hole, -turns(middleLng(hole), middle - turns(middle, 0) * 360))),
	];
}

function unwrapRing(ring: Position[]): Position[] {
	let turn = 0;
	const unwrapped: Position[] = [];
	for (const [i, [lng = 0, lat = 0]] of ring.entries()) {
		const before = ring[i - 1]?.[0] ?? lng;
		if (lng - before > 180) turn -= 360;
		if (before - lng > 180) turn += 360;
		unwrapped.push([lng + turn, lat]);
	}
	const [first = [], last = []] = [unwrapped[0], unwrapped.at(-1)];
	if (turn === 0) return unwrapped;
	return [...unwrapped, [last[0] ?? 0, -90], [first[0] ?? 0, -90], first];
}

function middleLng(ring: Position[]): number {
	let west = Infinity;
	let east = -Infinity;
	for (const [lng = 0] of ring) {
		west = Math.min(west, lng);
		east = Math.max(east, lng);
	}
	return (west + east) / 2;
}

/** How many whole turns lie between a longitude and another. */
function turns(lng: number, from: number): number {
	return Math.round((lng - from) / 360);
}

function shift(ring: Position[], turnCount: number): Position[] {
	return turnCount === 0 ? ring : ring.map(([lng = 0, lat = 0]) => [lng + turnCount * 360, lat]);
}
