import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Point } from 'geojson';
import { FileSource, PMTiles } from 'pmtiles';
import { expect, test } from 'vitest';
import { coarsePosition, leastSensitivity } from '../../lib/model/sensitivity.ts';
import type { PlaceKind } from '../../lib/model/vocabulary.ts';
import { isCoarse } from '../place-sensitivity.ts';
import { sites } from './sites.ts';

const ZOOM = 7;
/** One step of a tile of the deepest zoom. */
const STEP_DEGREES = 360 / 2 ** ZOOM / 4096;
const sensitive = sites()
	.map(({ feature }) => ({
		name: feature.properties.name,
		position: feature.geometry.coordinates as [number, number],
		sensitivity: leastSensitivity(feature.properties.kind as PlaceKind),
	}))
	.filter(({ sensitivity }) => sensitivity !== 'none');

test('hospitals get a symbol no finer than their class allows', () => {
	expect(sensitive.length).toBeGreaterThan(5);
	for (const { name, position, sensitivity } of sensitive) expect(isCoarse(position, sensitivity), name).toBe(true);
});

test('the archive that ships shows them where they are rounded to', async () => {
	const path = fileURLToPath(new URL('../../../static/basemap/atlas.pmtiles', import.meta.url));
	const archive = new PMTiles(new FileSource(new File([readFileSync(path)], 'atlas.pmtiles')));
	for (const { name, position, sensitivity } of sensitive) {
		const [x, y] = tileOf(position);
		const { data } = (await archive.getZxy(ZOOM, x, y))!;
		const layer = new VectorTile(new PbfReader(new Uint8Array(data))).layers['site']!;
		const shown = Array.from({ length: layer.length }, (_, i) => layer.feature(i).toGeoJSON(x, y, ZOOM)).find(
			({ properties }) => properties?.['name'] === name,
		);
		const [lng, lat] = (shown!.geometry as Point).coordinates as [number, number];
		const [gridLng, gridLat] = coarsePosition([lng, lat], sensitivity);
		expect(Math.abs(lng - gridLng), name).toBeLessThan(STEP_DEGREES);
		expect(Math.abs(lat - gridLat), name).toBeLessThan(STEP_DEGREES);
	}
});

function tileOf([lng, lat]: [number, number]): [number, number] {
	const tiles = 2 ** ZOOM;
	const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	return [Math.floor(((lng + 180) / 360) * tiles), Math.floor(((1 - north / Math.PI) / 2) * tiles)];
}
