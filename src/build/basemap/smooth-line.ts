import type { Position } from 'geojson';

const KM_PER_DEGREE = 111.2;

/**
 * A ring or line with its corners rounded over about `sigmaKm`: steps of a digitising grid vanish, the shape stays.
 * The first and last point of an open line do not move.
 */
export function smoothLine(line: readonly Position[], sigmaKm: number): Position[] {
	const closed = isClosed(line);
	const stretch = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180) * KM_PER_DEGREE;
	const points = resampled(
		line.map(([lng = 0, lat = 0]) => [lng * stretch, lat * KM_PER_DEGREE]),
		sigmaKm / 2,
	);
	if (points.length < 6) return [...line];
	const around = closed ? points.slice(0, -1) : points;
	const count = around.length;
	const at = (i: number): Position =>
		around[closed ? (i + count * 8) % count : Math.max(0, Math.min(count - 1, i))] ?? [];
	const smooth = around.map((_, i): Position => {
		// Near the ends of an open line the window shrinks, evenly to both sides.
		const reach = closed ? 6 : Math.min(6, i, count - 1 - i);
		let [x, y, total] = [0, 0, 0];
		for (let step = -reach; step <= reach; step++) {
			const weight = Math.exp(-(step * step) / 8);
			const [px = 0, py = 0] = at(i + step);
			x += px * weight;
			y += py * weight;
			total += weight;
		}
		return [x / total, y / total];
	});
	const degrees = smooth.map(([x = 0, y = 0]): Position => [x / stretch, y / KM_PER_DEGREE]);
	return closed ? [...degrees, degrees[0]!] : degrees;
}

/** Points at even distances of about `step`, the first and last among them. */
function resampled(line: readonly Position[], step: number): Position[] {
	const lengths = line.map(([x = 0, y = 0], i) => {
		const [fromX = x, fromY = y] = line[i - 1] ?? [];
		return Math.hypot(x - fromX, y - fromY);
	});
	const total = lengths.reduce((sum, length) => sum + length, 0);
	const count = Math.max(1, Math.round(total / step));
	const points: Position[] = [];
	let [segment, before] = [1, 0];
	for (let i = 0; i <= count; i++) {
		const wanted = (total * i) / count;
		while (segment < line.length - 1 && before + (lengths[segment] ?? 0) < wanted) before += lengths[segment++] ?? 0;
		const share = lengths[segment] ? Math.min(1, (wanted - before) / lengths[segment]!) : 0;
		const [[fromX = 0, fromY = 0] = [], [toX = 0, toY = 0] = []] = [line[segment - 1], line[segment]];
		points.push([fromX + (toX - fromX) * share, fromY + (toY - fromY) * share]);
	}
	return points;
}

function isClosed(line: readonly Position[]): boolean {
	const [first, last] = [line[0], line.at(-1)];
	return (
		line.length > 3 && Math.hypot((first?.[0] ?? 0) - (last?.[0] ?? 1), (first?.[1] ?? 0) - (last?.[1] ?? 1)) < 1e-4
	);
}
