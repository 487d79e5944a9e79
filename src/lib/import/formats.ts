import { acled } from './acled.ts';
import { arrow } from './arrow.ts';
import type { Format } from './format.ts';
import { flatgeobuf } from './flatgeobuf.ts';
import { gdelt } from './gdelt.ts';
import { geojson } from './geojson.ts';
import { geoparquet } from './geoparquet.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { mappedTable } from './mapped-table.ts';
import { ndjson } from './ndjson.ts';
import { ownPackage } from './own-package.ts';
import { ownTable } from './own-table.ts';
import { timemap } from './timemap.ts';
import { ucdp } from './ucdp.ts';

/** Every format that is read, ours first. What is heavy in one loads when a file of it is read. */
export const FORMATS: readonly Format[] = [
	ownTable,
	ownPackage,
	acled,
	ucdp,
	gdelt,
	geojson,
	ndjson,
	timemap,
	kml,
	gpx,
	flatgeobuf,
	geoparquet,
	arrow,
	mappedTable,
];
