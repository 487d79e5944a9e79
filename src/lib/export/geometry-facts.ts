import type { Geometry, Position } from 'geojson';

/** Gathers which types of geometry there are and how far they reach. */
export class GeometryFacts {
	readonly #types = new Set<string>();
	#bbox: [west: number, south: number, east: number, north: number] = [Infinity, Infinity, -Infinity, -Infinity];

	add(geometry: Geometry): void {
		this.#types.add(geometry.type);
		this.#reach(geometry);
	}

	/** In the order of the alphabet. */
	get types(): string[] {
		return [...this.#types].sort();
	}

	/** West, south, east, north; `null` where there was nothing. */
	get bbox(): readonly number[] | null {
		return this.#bbox[0] === Infinity ? null : this.#bbox;
	}

	#reach(geometry: Geometry): void {
		if (geometry.type === 'GeometryCollection') geometry.geometries.forEach((each) => this.#reach(each));
		else this.#widen(geometry.coordinates);
	}

	#widen(coordinates: Position | Position[] | Position[][] | Position[][][]): void {
		if (typeof coordinates[0] !== 'number') {
			for (const each of coordinates as Position[]) this.#widen(each);
			return;
		}
		const [x, y] = coordinates as [number, number];
		const [west, south, east, north] = this.#bbox;
		this.#bbox = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
	}
}
