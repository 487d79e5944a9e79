import { ImportError } from '../format.ts';
import type { LngLat } from '../cells/read-position.ts';

/** What the numbers of a file's positions mean. */
export interface Crs {
	/** As the file names it. */
	readonly name: string;
	/** Longitude and latitude, in degrees of WGS 84, of a position; not held against any range. */
	readonly toLngLat: (x: number, y: number) => LngLat;
}

/** Degrees of WGS 84, longitude first: what GeoJSON means without a word. */
export const WGS_84: Crs = { name: 'CRS84', toLngLat: (x, y) => [x, y] };

/** Radius of the sphere of Web Mercator, metres (EPSG:3857). */
const RADIUS = 6_378_137;
const DEGREES = 180 / Math.PI;
/** EPSG codes of the same degrees: with latitude first by their register, which files with a `crs` do not heed; in three dimensions; and of OGC. */
const WGS_84_CODES = new Set(['4326', '4979', 'CRS84', 'CRS84H']);
/** EPSG:3857 and the numbers it went by before. */
const MERCATOR_CODES = new Set(['3857', '3785', '900913', '102100', '102113']);
const CODE = /(?:^|[:/#])(\d{4,6}|crs84h?)(?:\/(?:ogcwkt|proj4|json|prettywkt|esriwkt|gml)?\/?)?$/i;
const LONGEST_NAME = 200;
const MERCATOR_NAMES = /^(?:wgs[ _]?84[ _]?\/[ _]?)?(?:pseudo[-_ ]?mercator|wgs_1984_web_mercator_auxiliary_sphere)$/i;
const WGS_84_NAMES = /^(?:wgs[ _]?(?:19)?84|gcs_wgs_1984|wgs 84 \(crs84\)|ogc:crs84)$/i;

/**
 * The reference system of a name: EPSG:4326, CRS84 or EPSG:3857 in any spelling, as a bare code, a URN or an address
 * (which is read and never fetched). Throws an `ImportError` that names any other.
 */
export function crsNamed(written: string): Crs {
	const name = written.trim().slice(0, LONGEST_NAME);
	const code = CODE.exec(name)?.[1]?.toUpperCase() ?? '';
	if (WGS_84_CODES.has(code) || WGS_84_NAMES.test(name)) return { ...WGS_84, name };
	if (MERCATOR_CODES.has(code) || MERCATOR_NAMES.test(name)) return { name, toLngLat: fromMercator };
	throw new ImportError(
		`Its positions are in the reference system "${name}"${utmZone(code)}, which is not read: only degrees of WGS 84 (EPSG:4326, CRS84) and Web Mercator (EPSG:3857) are. Convert it, for example with ogr2ogr -t_srs EPSG:4326.`,
	);
}

/**
 * The reference system that a `crs` member of GeoJSON gives, as the format of 2008 has it. Nothing, and `null`, which
 * means that it is not known, are taken for degrees. Throws an `ImportError` for any that is not read.
 */
export function crsOfMember(member: unknown): Crs {
	if (member === undefined || member === null) return WGS_84;
	if (typeof member === 'string') return crsNamed(member);
	const properties = valueOf(member, 'properties');
	for (const key of ['name', 'code', 'href']) {
		const value = valueOf(properties, key);
		if (typeof value === 'string' || typeof value === 'number')
			return crsNamed(key === 'code' ? `EPSG:${value}` : `${value}`);
	}
	throw new ImportError(
		`Its member "crs" names no reference system that could be known: ${(JSON.stringify(member) ?? '').slice(0, LONGEST_NAME)}. Leave it out where positions are degrees of WGS 84, longitude first.`,
	);
}

function valueOf(holder: unknown, key: string): unknown {
	if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
	return (holder as Record<string, unknown>)[key];
}

/** The inverse of the spherical Mercator projection (EPSG Guidance Note 7-2, method 1024). */
function fromMercator(x: number, y: number): LngLat {
	return [(x / RADIUS) * DEGREES, Math.atan(Math.sinh(y / RADIUS)) * DEGREES];
}

function utmZone(code: string): string {
	const match = /^32([67])(\d\d)$/.exec(code);
	const zone = Number(match?.[2]);
	if (match === null || zone < 1 || zone > 60) return '';
	return ` (UTM zone ${zone} ${match[1] === '6' ? 'north' : 'south'})`;
}
