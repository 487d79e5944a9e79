import type { MultiPolygon, Polygon, Position } from 'geojson';

const KM_PER_DEGREE = 111.195;

/**
 * Distance in km from a point to the nearest edge of an outline, on a plane tangent at the point: exact enough within
 * a few hundred kilometres, which is where it decides anything.
 */
export function borderDistanceKm([lng, lat]: readonly [number, number], outline: Polygon | MultiPolygon): number {
	const kmPerLng = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
	const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
	const toPlane = (position: Position): [number, number] => [
		(position[0]! - lng) * kmPerLng,
		(position[1]! - lat) * KM_PER_DEGREE,
	];
	let nearest = Infinity;
	for (const ring of polygons.flat()) {
		const points = ring.map(toPlane);
		for (let i = 1; i < points.length; i++) {
			nearest = Math.min(nearest, distanceToSegment(points[i - 1]!, points[i]!));
		}
	}
	return nearest;
}

/** Distance from the origin to a segment. */
function distanceToSegment([ax, ay]: [number, number], [bx, by]: [number, number]): number {
	const dx = bx - ax;
	const dy = by - ay;
	const lengthSquared = dx * dx + dy * dy;
	const along = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquared));
	return Math.hypot(ax + along * dx, ay + along * dy);
}
