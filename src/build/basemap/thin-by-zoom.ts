export interface Thinned<T> {
	item: T;
	minZoom: number;
}
interface Spot {
	lng: number;
	lat: number;
}

/** A taken spot; one that is only reserved keeps a smaller distance, as a share of the full one. */
interface Taken {
	at: [number, number];
	share: number;
}

/**
 * Gives each item, most important first, the lowest zoom at which `isDue` allows it and no more important one lies
 * within its `spacingPx`. An item that must wait reserves half its room, so that none but a greater one takes its place.
 * Items that find no room down to `maxZoom` are left out. Pixels are those of 512 px tiles.
 */
export function thinByZoom<T extends Spot>(
	items: readonly T[],
	options: {
		minZoom: number;
		maxZoom: number;
		spacingPx: (item: T) => number;
		isDue: (item: T, zoom: number) => boolean;
	},
): Thinned<T>[] {
	const { minZoom, maxZoom, spacingPx, isDue } = options;
	const widest = items.reduce((width, item) => Math.max(width, spacingPx(item)), 0);
	let waiting = items.map((item) => ({ item, at: mercator(item) }));
	const placed: (Thinned<T> & { at: [number, number] })[] = [];
	for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
		const pixel = 1 / (512 * 2 ** zoom);
		const grid = spotGrid(widest * pixel);
		for (const { at } of placed) grid.take({ at, share: 1 });
		waiting = waiting.filter(({ item, at }) => {
			if (!isDue(item, zoom)) return true;
			const free = grid.isFree(at, spacingPx(item) * pixel);
			grid.take({ at, share: free ? 1 : 0.5 });
			if (free) placed.push({ item, at, minZoom: zoom });
			return !free;
		});
	}
	return placed.map(({ item, minZoom: zoom }) => ({ item, minZoom: zoom }));
}

/** Taken spots in square cells, for radii up to the width of a cell. */
function spotGrid(cellWidth: number) {
	const cells = new Map<string, Taken[]>();
	const index = (value: number) => Math.floor(value / cellWidth);
	return {
		take(taken: Taken): void {
			const key = `${index(taken.at[0])},${index(taken.at[1])}`;
			const others = cells.get(key);
			if (others) others.push(taken);
			else cells.set(key, [taken]);
		},
		isFree([x, y]: [number, number], radius: number): boolean {
			for (let column = index(x) - 1; column <= index(x) + 1; column++) {
				for (let row = index(y) - 1; row <= index(y) + 1; row++) {
					const near = cells.get(`${column},${row}`) ?? [];
					if (near.some(({ at, share }) => Math.hypot(at[0] - x, at[1] - y) < radius * share)) return false;
				}
			}
			return true;
		},
	};
}

/** Web mercator, both axes 0..1. */
function mercator({ lng, lat }: Spot): [number, number] {
	const sin = Math.sin((lat * Math.PI) / 180);
	return [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}
