export type Thinned<T> = { item: T; minZoom: number };
type Spot = { lng: number; lat: number };

/**
 * Gives each item, most important first, the lowest zoom at which no more important one lies within `spacingPx`.
 * and `isDue` allows it. Items that find no room down to `maxZoom` are left out. Pixels are those of 512 px tiles.
 */
export function thinByZoom<T extends Spot>(
	items: readonly T[],
	options: { minZoom: number; maxZoom: number; spacingPx: number; isDue: (item: T, zoom: number) => boolean },
): Thinned<T>[] {
	const { minZoom, maxZoom, spacingPx, isDue } = options;
	let waiting = items.map((item) => ({ item, at: mercator(item) }));
	const placed: (Thinned<T> & { at: [number, number] })[] = [];
	for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
		const cell = spacingPx / (512 * 2 ** zoom);
		const grid = new Map<string, [number, number][]>();
		const cellOf = (value: number) => Math.floor(value / cell);
		const occupy = (at: [number, number]) => {
			const key = `${cellOf(at[0])},${cellOf(at[1])}`;
			const spots = grid.get(key);
			if (spots) spots.push(at);
			else grid.set(key, [at]);
		};
		const isFree = ([x, y]: [number, number]) => {
			for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column++) {
				for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row++) {
					if (grid.get(`${column},${row}`)?.some((spot) => Math.hypot(spot[0] - x, spot[1] - y) < cell)) return false;
				}
			}
			return true;
		};
		for (const { at } of placed) occupy(at);
		waiting = waiting.filter(({ item, at }) => {
			if (!isDue(item, zoom) || !isFree(at)) return true;
			occupy(at);
			placed.push({ item, at, minZoom: zoom });
			return false;
		});
	}
	return placed.map(({ item, minZoom: zoom }) => ({ item, minZoom: zoom }));
}

/** Web mercator, both axes 0..1. */
function mercator({ lng, lat }: Spot): [number, number] {
	const sin = Math.sin((lat * Math.PI) / 180);
	return [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}
