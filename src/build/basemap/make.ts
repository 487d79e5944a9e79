import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature } from 'geojson';
import { borderLines } from './borders.ts';
import { cities } from './cities.ts';
import { countryLabels } from './countries.ts';
import { copyFonts } from './fonts.ts';
import { landPolygons } from './land.ts';
import { pmtilesArchive } from './pmtiles-archive.ts';
import { naturalPlaces } from './natural-places.ts';
import { provinceBorders, provinceLabels } from './provinces.ts';
import { reliefTiles } from './relief-tiles.ts';
import { runways } from './runways.ts';
import { seaLabels } from './seas.ts';
import { sites } from './sites.ts';
import { sprite } from './sprite.ts';
import { tilePyramid } from './tile-pyramid.ts';
import type { LayerSource } from './tile-pyramid.ts';
import { urbanAreas, water } from './water.ts';
import { readWorldAtlas } from './world-atlas.ts';

const WORLD_ZOOM = 5;
const REGION_ZOOM = 7;
const REGION = { west: 24, south: 10, east: 66, north: 44 };
/** The last tiles of the world and of the region are magnified: they hold the towns of deeper zooms too. */
const MAGNIFIED_TO: Readonly<Record<number, number>> = { [WORLD_ZOOM]: 6, [REGION_ZOOM]: 10 };
/** From this zoom the finer of the two Natural Earth scales is drawn. */
const FINE_ZOOM = 4;
/** From this zoom built-up areas are drawn. */
const URBAN_ZOOM = 4;
/** From this zoom names of small countries fit into them. */
const NEAR_ZOOM = 6;
const RELIEF_WORLD_ZOOM = 4;
const RELIEF_REGION_ZOOM = 6;

const root = (path: string) => fileURLToPath(new URL(`../../../static/${path}`, import.meta.url));

const coarse = readWorldAtlas('50m');
const fine = readWorldAtlas('10m');
const byScale = (make: (world: typeof fine) => Feature[]): LayerSource['featuresAt'] => {
	const [wide, near] = [make(coarse), make(fine)];
	return (zoom) => (zoom < FINE_ZOOM ? wide : near);
};
const fromZoom = (labels: { feature: Feature; minZoom: number }[]): LayerSource['featuresAt'] => {
	const byZoom = new Map<number, Feature[]>();
	return (zoom) => {
		const deepest = MAGNIFIED_TO[zoom] ?? zoom;
		const shown = byZoom.get(zoom) ?? labels.filter(({ minZoom }) => minZoom <= deepest).map(({ feature }) => feature);
		byZoom.set(zoom, shown);
		return shown;
	};
};

const { waterAt, riversAt } = await water();
const urban = urbanAreas();
const farCountries = fromZoom(countryLabels(fine, false));
const nearCountries = fromZoom(countryLabels(fine, true));

const layers: LayerSource[] = [
	{ name: 'land', featuresAt: byScale(landPolygons) },
	{ name: 'urban', featuresAt: (zoom) => (zoom < URBAN_ZOOM ? [] : urban) },
	{ name: 'water', featuresAt: waterAt },
	{ name: 'river', featuresAt: riversAt },
	{ name: 'province-border', featuresAt: fromZoom(provinceBorders()) },
	{ name: 'border', featuresAt: byScale(borderLines) },
	{ name: 'runway', featuresAt: fromZoom(runways()) },
	{ name: 'natural', featuresAt: fromZoom(naturalPlaces()) },
	{ name: 'sea', featuresAt: seaLabels },
	{ name: 'province', featuresAt: fromZoom(provinceLabels()) },
	{ name: 'site', featuresAt: fromZoom(sites()) },
	{ name: 'city', featuresAt: fromZoom(cities(2, 10)) },
	{ name: 'country', featuresAt: (zoom) => (zoom < NEAR_ZOOM ? farCountries : nearCountries)(zoom) },
];

mkdirSync(root('basemap'), { recursive: true });
const archive = pmtilesArchive(tilePyramid(layers, WORLD_ZOOM, REGION, REGION_ZOOM), 'vector', {
	name: 'Escalation Atlas basemap',
	attribution: 'Natural Earth (public domain), GSHHG (LGPL-3.0-or-later), GeoNames (CC BY 4.0)',
	vector_layers: layers.map(({ name }) => ({ id: name, fields: {} })),
});
writeFileSync(root('basemap/atlas.pmtiles'), archive);
for (const [pixelRatio, suffix] of [
	[1, ''],
	[2, '@2x'],
] as const) {
	const { json, png } = sprite(pixelRatio);
	writeFileSync(root(`basemap/sprite${suffix}.json`), json);
	writeFileSync(root(`basemap/sprite${suffix}.png`), png);
}
const fonts = copyFonts(root('fonts'));
const megabytes = ({ length }: Uint8Array) => `${(length / 1e6).toFixed(2)} MB`;
console.log(`basemap: ${megabytes(archive)} of tiles, ${fonts.length} font files`);

// The relief takes minutes and does not change with names and borders.
if (!process.argv.includes('--keep-relief')) {
	const land = byScale(landPolygons) as (zoom: number) => ReturnType<typeof landPolygons>;
	const relief = pmtilesArchive(reliefTiles(land, RELIEF_WORLD_ZOOM, REGION, RELIEF_REGION_ZOOM), 'png', {
		name: 'Escalation Atlas relief',
		attribution: 'Marble (public domain)',
	});
	writeFileSync(root('basemap/relief.pmtiles'), relief);
	console.log(`basemap: ${megabytes(relief)} of relief`);
}
