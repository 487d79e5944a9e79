import type { Feature, LineString, Position } from 'geojson';
import { mesh } from 'topojson-client';
import { DISPUTED_BORDERS, NO_BORDER_AROUND } from './disputed-borders.ts';
import type { DisputedBorder } from './disputed-borders.ts';
import type { CountryGeometry, WorldAtlas } from './world-atlas.ts';

export type BorderFeature = Feature<LineString, { disputed: boolean }>;

/** Land borders between countries, each line either settled or disputed. */
export function borderLines(world: WorldAtlas): BorderFeature[] {
	const settled = lines(world, (a, b) => !disputeBetween(a, b) && !isHidden(a, b)).map((line) => border(line, false));
	const disputed = DISPUTED_BORDERS.flatMap((dispute) =>
		lines(world, (a, b) => disputeBetween(a, b) === dispute).flatMap((line) => splitByDispute(line, dispute)),
	);
	return [...settled, ...disputed];
}

function border(coordinates: Position[], disputed: boolean): BorderFeature {
	return { type: 'Feature', properties: { disputed }, geometry: { type: 'LineString', coordinates } };
}

function lines(world: WorldAtlas, wanted: (a: string, b: string) => boolean): Position[][] {
	const name = (geometry: unknown) => (geometry as CountryGeometry).properties?.name ?? '';
	return mesh(world, world.objects.countries, (a, b) => a !== b && wanted(name(a), name(b))).coordinates;
}

function disputeBetween(a: string, b: string): DisputedBorder | undefined {
	return DISPUTED_BORDERS.find(({ between }) => between.includes(a) && between.includes(b));
}

function isHidden(a: string, b: string): boolean {
	return NO_BORDER_AROUND.includes(a) || NO_BORDER_AROUND.includes(b);
}

/** Cuts a line where it enters or leaves the disputed stretch, to a tenth of a degree. */
export function splitByDispute(line: Position[], { within }: DisputedBorder): BorderFeature[] {
	if (!within) return [border(line, true)];
	const [west, south, east, north] = within;
	const pieces: BorderFeature[] = [];
	for (const [from, to] of shortSegments(line, 0.1)) {
		const [lng = 0, lat = 0] = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2];
		const disputed = lng > west && lng < east && lat > south && lat < north;
		const last = pieces.at(-1);
		if (last?.properties.disputed === disputed) last.geometry.coordinates.push(to);
		else pieces.push(border([from, to], disputed));
	}
	return pieces;
}

function* shortSegments(line: Position[], maxDegrees: number): Generator<[Position, Position]> {
	for (const [i, [toLng = 0, toLat = 0]] of line.entries()) {
		const [fromLng, fromLat] = line[i - 1] ?? [];
		if (fromLng === undefined || fromLat === undefined) continue;
		const count = Math.ceil(Math.hypot(toLng - fromLng, toLat - fromLat) / maxDegrees) || 1;
		const at = (step: number): Position => [
			fromLng + ((toLng - fromLng) * step) / count,
			fromLat + ((toLat - fromLat) * step) / count,
		];
		for (let step = 0; step < count; step++) yield [at(step), at(step + 1)];
	}
}
