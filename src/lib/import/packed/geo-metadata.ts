import type { KeyValue, SchemaTree } from 'hyparquet';
import { type Crs, crsNamed, WGS_84 } from '../feature/crs.ts';
import { ImportError } from '../format.ts';
import { isNative } from './native-geometry.ts';

/** Which column holds the geometries, how, and what their numbers mean. */
export interface GeoColumns {
	readonly column: number;
	/** `WKB`, or the name of a native encoding. */
	readonly encoding: string;
	readonly crs: Crs;
}

/** What columns of geometries are called where nothing says that they are. */
export const USUAL_NAMES = /^(?:geometry|geom|wkb_geometry|the_geom|wkb)$/i;
const WKT_ID = /(?:ID|AUTHORITY)\["(\w{1,20})",\s*"?(\w{1,20})"?\]\s*\]$/i;

/**
 * Where the geometries of a Parquet file are: as GeoParquet tells in its key `geo`, or Parquet itself by the type of a
 * column, or else by the usual names of columns of bytes. `null` where there are none. Throws an `ImportError` at a
 * reference system or an encoding that is not read.
 */
export function geoColumns(metadata: readonly KeyValue[], columns: readonly SchemaTree[]): GeoColumns | null {
	const text = metadata.find(({ key }) => key === 'geo')?.value;
	if (text !== undefined) {
		return geoparquetColumns(
			text,
			columns.map(({ element }) => element.name),
		);
	}
	const typed = columns.findIndex(({ element }) => /^GEO(?:METRY|GRAPHY)$/.test(element.logical_type?.type ?? ''));
	if (typed !== -1) return { column: typed, encoding: 'WKB', crs: crsOfType(columns[typed]!) };
	const named = columns.findIndex(
		({ element }) =>
			USUAL_NAMES.test(element.name) && element.type === 'BYTE_ARRAY' && element.converted_type === undefined,
	);
	return named === -1 ? null : { column: named, encoding: 'WKB', crs: WGS_84 };
}

/** What the metadata of GeoParquet, which files of Arrow may have too, say of columns of these names. */
export function geoparquetColumns(text: string, columns: readonly string[]): GeoColumns {
	let geo: unknown;
	try {
		geo = JSON.parse(text);
	} catch {
		throw new ImportError('The metadata "geo" of the file are not JSON. Save it as GeoParquet again.');
	}
	const name = member(geo, 'primary_column');
	const column = columns.findIndex((each) => each === name);
	const about = typeof name === 'string' ? member(member(geo, 'columns'), name) : undefined;
	const encoding = member(about, 'encoding');
	if (column === -1 || typeof encoding !== 'string') {
		throw new ImportError(
			'The metadata "geo" of the file do not say which column holds the geometries. Save it as GeoParquet again.',
		);
	}
	if (encoding.toUpperCase() !== 'WKB' && !isNative(encoding)) {
		throw new ImportError(
			`The geometries are encoded as ${JSON.stringify(encoding.slice(0, 60))}, which is not read. Save them as WKB.`,
		);
	}
	return { column, encoding: isNative(encoding) ? encoding : 'WKB', crs: crsOfMetadata(member(about, 'crs')) };
}

/** Absent means longitude and latitude, `null` that nobody knows; else PROJJSON, in the first drafts WKT. */
export function crsOfMetadata(crs: unknown): Crs {
	if (crs === undefined || crs === null || crs === '') return WGS_84;
	if (typeof crs === 'string') {
		const parsed = crs.trimStart().startsWith('{') ? jsonOf(crs) : undefined;
		if (parsed !== undefined) return crsOfMetadata(parsed);
		const wkt = WKT_ID.exec(crs.trim());
		return crsNamed(wkt === null ? crs : `${wkt[1]}:${wkt[2]}`);
	}
	const ids = member(crs, 'ids');
	const id = member(crs, 'id') ?? (Array.isArray(ids) ? (ids as unknown[])[0] : undefined);
	const [authority, code, name] = [member(id, 'authority'), member(id, 'code'), member(crs, 'name')];
	if (typeof authority === 'string' && (typeof code === 'string' || typeof code === 'number')) {
		return crsNamed(`${authority}:${code}`);
	}
	return crsNamed(typeof name === 'string' ? name : 'without a name');
}

/** Parquet's own types name theirs in a text: an authority and code, or a key of PROJJSON kept elsewhere. */
function crsOfType({ element }: SchemaTree): Crs {
	const type = element.logical_type;
	const crs = type !== undefined && 'crs' in type ? type.crs : undefined;
	return crsOfMetadata(crs?.replace(/^srid:/i, 'EPSG:'));
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function member(holder: unknown, name: string): unknown {
	if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
	return (holder as Record<string, unknown>)[name];
}
