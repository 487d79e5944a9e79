import { readFileSync } from 'node:fs';
import jpeg from 'jpeg-js';
import { debianFile } from './debian-package.ts';

const FOLDER = '/usr/share/marble/data/maps/earth/srtm/3';
const TILE_SIDE = 675;

/** Heights on an equirectangular grid from 180 W, 90 N, without a unit: the source's 8 bits, 0 at the coast. */
export interface Elevation {
	width: number;
	height: number;
	values: Float32Array;
}

/** The source's value for sea level. */
const SEA_LEVEL = 94;

/** The world's heights and depths, a value for every two arc minutes. */
export function readElevation(): Elevation {
	const [columns, rows] = [16, 8];
	const [width, height] = [columns * TILE_SIDE, rows * TILE_SIDE];
	const values = new Float32Array(width * height);
	const padded = (value: number) => String(value).padStart(6, '0');
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const path = `${FOLDER}/${padded(row)}/${padded(row)}_${padded(column)}.jpg`;
			const { data } = jpeg.decode(readFileSync(debianFile('marble-qt-data', path)), { useTArray: true });
			for (let y = 0; y < TILE_SIDE; y++) {
				const start = (row * TILE_SIDE + y) * width + column * TILE_SIDE;
				for (let x = 0; x < TILE_SIDE; x++) values[start + x] = (data[(y * TILE_SIDE + x) * 4] ?? 0) - SEA_LEVEL;
			}
		}
	}
	return { width, height, values };
}
