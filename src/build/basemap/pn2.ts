import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { debianFile } from './debian-package.ts';

const FOLDER = '/usr/share/marble/data/naturalearth';
/** Kinds of a shape, as numbered in the file. */
const [LINE, HOLE, GROUP] = [0, 3, 4] as const;

/** A line, or the shell of a polygon with its holes. */
export interface Pn2Shape {
	closed: boolean;
	rings: Position[][];
}

/** Reads one of Marble's Natural Earth files: lines and polygons in half minutes of arc, relative to nodes before them. */
export function readPn2(name: string): Pn2Shape[] {
	const file = readFileSync(debianFile('marble-qt-data', `${FOLDER}/${name}.pn2`));
	return parsePn2(new DataView(file.buffer, file.byteOffset, file.byteLength));
}

/** As `readPn2`, from bytes. */
export function parsePn2(view: DataView): Pn2Shape[] {
	let at = 0;
	const byte = () => view.getUint8(at++);
	const short = () => view.getInt16((at += 2) - 2);
	const long = () => view.getUint32((at += 4) - 4);
	if (byte() !== 2) throw new Error('Not version 2 of PN2');
	const count = long();
	const isColoured = byte() !== 0;
	const shapes: Pn2Shape[] = [];
	let placemark = 0;

	function points(): Position[] {
		const line: Position[] = [];
		for (let absolute = long(); absolute > 0; absolute--) {
			const [lat, lng, relative] = [short(), short(), short()];
			line.push([lng / 120, lat / 120]);
			for (let i = 0; i < relative; i++) {
				const latStep = view.getInt8(at++);
				const lngStep = view.getInt8(at++);
				line.push([(lng + lngStep) / 120, (lat + latStep) / 120]);
			}
		}
		return line;
	}
	function shape(kind: number): void {
		const line = points();
		if (kind === HOLE) shapes.at(-1)?.rings.push(line);
		else shapes.push({ closed: kind !== LINE, rings: [line] });
	}

	for (let i = 0; i < count && at < view.byteLength; i++) {
		const kind = byte();
		const id = long();
		if (isColoured && id !== placemark) byte();
		placemark = id;
		if (kind !== GROUP) {
			shape(kind);
			continue;
		}
		for (let parts = byte(); parts > 0; parts--) {
			const part = byte();
			long();
			shape(part);
		}
	}
	return shapes.filter(({ closed, rings }) => (rings[0]?.length ?? 0) > (closed ? 2 : 1));
}
