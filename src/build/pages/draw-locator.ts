import type { MultiPolygon, Polygon } from 'geojson';
import { type Box, isInBox } from '../../lib/view/clip-to-box.ts';
import {
	type GroundCircle,
	type LocatorFrame,
	locatorFrame,
	scaleBar,
	toFrame,
	toWorld,
	worldBox,
} from '../../lib/view/locator-frame.ts';
import { type LabelWish, placeLabels } from '../../lib/view/locator-labels.ts';
import type { LocatorInset, LocatorMap, LocatorMark } from '../../lib/view/locator-map.ts';
import { linesPath, ringsPath } from '../../lib/view/locator-paths.ts';
import type { Point } from '../../lib/view/symbol-tokens.ts';
import { type BasemapShapes, basemapShapes } from './basemap-shapes.ts';

/** What a locator map is to show: places known to a point, and those known to an area only. */
export interface LocatorSubject {
	readonly points: readonly (GroundCircle & Pick<LocatorMark, 'symbol' | 'count'> & { readonly name: string | null })[];
	readonly areas: readonly (Polygon | MultiPolygon)[];
}

export interface LocatorLook {
	readonly width: number;
	readonly height: number;
	/** Size of type of a city's name, in units of the drawing. */
	readonly textSize: number;
	readonly mostCities: number;
	/** Left free at the top and bottom edges, such as for an inset. */
	readonly inset: { readonly width: number; readonly height: number } | null;
}

/** A single place is shown with this much around it. */
const LEAST_KM = 360;
const TOLERANCE = 0.35;
const EDGE = 8;
/** The region the atlas is about; the inset shows it, or the same extent around what lies outside of it. */
const REGION: Box = worldBox([], [[toWorld([24, 42.5]), toWorld([65, 11.5])]]);
/** A map wider than this share of the inset needs none. */
const MOST_OF_INSET = 0.5;
/** In sizes of type, around a symbol and its ring. */
const MARK_CLEARANCE = 1.2;

/** Draws a locator map; `null` where there is nothing to show a place of. */
export async function drawLocator(
	root: string,
	{ points, areas }: LocatorSubject,
	look: LocatorLook,
): Promise<LocatorMap | null> {
	if (points.length === 0 && areas.length === 0) return null;
	const outlines = areas.map(ringsOf);
	const frame = locatorFrame(worldBox(points, outlines.flat()), [look.width, look.height], {
		leastKm: LEAST_KM,
		margin: outlines.length > 0 ? 0.22 : 0.3,
	});
	const shapes = await basemapShapes(root, frame);
	const marks = points.map(({ position, radiusKm, symbol, count }): LocatorMark => {
		const [x, y] = toFrame(toWorld(position), frame);
		return { x: tenth(x), y: tenth(y), uncertainty: tenth(radiusKm / frame.kmPerUnit), symbol, count };
	});
	const subjects = points.flatMap(({ name }, i): LabelWish[] =>
		name === null ? [] : [{ text: name, kind: 'subject', x: marks[i]!.x, y: marks[i]!.y }],
	);
	const bar = scaleBar(frame);
	const inset =
		look.inset === null
			? null
			: await drawInset(root, frame, look.inset, [
					...marks.map(({ x, y }): Point => [x, y]),
					...outlines.flat(2).map((point) => toFrame(point, frame)),
					...[...shapes.countries.values()].map(({ at }) => toFrame(at, frame)),
				]);
	const clearance = MARK_CLEARANCE * look.textSize;
	const taken: Box[] = [
		...marks.map(({ x, y }): Box => [x - clearance, y - clearance, x + clearance, y + clearance]),
		[0, look.height - 3 * look.textSize, bar.length + 4 * look.textSize, look.height],
		...(inset ? [[inset.x - 4, inset.y - 4, inset.x + inset.width + 4, inset.y + inset.height + 4] as const] : []),
	];
	return {
		width: look.width,
		height: look.height,
		land: ringsPath(shapes.land, frame, TOLERANCE),
		water: ringsPath(shapes.water, frame, TOLERANCE),
		rivers: linesPath(shapes.rivers, frame, TOLERANCE),
		provinceBorders: linesPath(shapes.provinceBorders, frame, TOLERANCE),
		borders: linesPath(shapes.borders, frame, TOLERANCE),
		disputedBorders: linesPath(shapes.disputedBorders, frame, TOLERANCE),
		areas: outlines.map((rings) => ringsPath(rings, frame, TOLERANCE)),
		marks,
		labels: placeLabels([...subjects, ...wishes(shapes, frame)], {
			width: look.width,
			height: look.height,
			size: look.textSize,
			taken,
			mostCities: look.mostCities,
		}).map((label) => ({ ...label, x: tenth(label.x), y: tenth(label.y), textX: tenth(label.textX) })),
		scaleBar: { km: bar.km, length: tenth(bar.length) },
		inset,
	};
}

/** Countries; then cities by the zoom from which the map names them, the greater first. */
function wishes({ cities, countries }: BasemapShapes, frame: LocatorFrame): LabelWish[] {
	const wish = (text: string, kind: LabelWish['kind'], at: Point): LabelWish => {
		const [x, y] = toFrame(at, frame);
		return { text, kind, x, y };
	};
	const byRank = [...cities.values()].sort((a, b) => a.from - b.from || b.population - a.population);
	return [
		...[...countries.values()].sort((a, b) => a.rank - b.rank).map(({ name, at }) => wish(name, 'country', at)),
		...byRank.map(({ name, isCapital, at }) => wish(name, isCapital ? 'capital' : 'city', at)),
	];
}

async function drawInset(
	root: string,
	of: LocatorFrame,
	{ width, height }: { width: number; height: number },
	/** What it should not cover. */
	spared: readonly Point[],
): Promise<LocatorInset | null> {
	const [left, top] = [of.left, of.top];
	const [right, bottom] = [left + of.width / of.scale, top + of.height / of.scale];
	const isInRegion = left > REGION[0] && top > REGION[1] && right < REGION[2] && bottom < REGION[3];
	const [dx, dy] = isInRegion
		? [0, 0]
		: [(left + right - REGION[0] - REGION[2]) / 2, (top + bottom - REGION[1] - REGION[3]) / 2];
	const box: Box = [REGION[0] + dx, REGION[1] + dy, REGION[2] + dx, REGION[3] + dy];
	const frame = locatorFrame(box, [width, height], { leastKm: 0, margin: 0 });
	if (right - left > MOST_OF_INSET * (width / frame.scale)) return null;
	const shapes = await basemapShapes(root, frame);
	const [x0, y0] = toFrame([left, top], frame);
	const [x1, y1] = toFrame([right, bottom], frame);
	const corners: [number, number][] = [
		[of.width - width - EDGE, EDGE],
		[EDGE, EDGE],
		[of.width - width - EDGE, of.height - height - EDGE],
	];
	const covers = ([x, y]: [number, number]) =>
		spared.filter((point) => isInBox(point, [x - 24, y - 10, x + width + 24, y + height + 10])).length;
	const [x, y] = corners.reduce((best, corner) => (covers(corner) < covers(best) ? corner : best));
	return {
		x,
		y,
		width,
		height,
		land: ringsPath(shapes.land, frame, 0.7),
		borders: linesPath([...shapes.borders, ...shapes.disputedBorders], frame, 0.7),
		shown: { x: tenth(x0), y: tenth(y0), width: tenth(x1 - x0), height: tenth(y1 - y0) },
	};
}

function ringsOf(outline: Polygon | MultiPolygon): Point[][] {
	const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
	return polygons.flat().map((ring) => ring.map(toWorld));
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
