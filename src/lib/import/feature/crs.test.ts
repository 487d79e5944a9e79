import { expect, test } from 'vitest';
import { crsNamed, crsOfMember, WGS_84 } from './crs.ts';
import { ImportError } from '../format.ts';

test.each([
	'EPSG:4326',
	'epsg:4326',
	'4326',
	'urn:ogc:def:crs:EPSG::4326',
	'urn:ogc:def:crs:EPSG:9.8.11:4326',
	'urn:ogc:def:crs:OGC:1.3:CRS84',
	'urn:ogc:def:crs:OGC::CRS84',
	'OGC:CRS84',
	'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
	'http://www.opengis.net/gml/srs/epsg.xml#4326',
	'http://spatialreference.org/ref/epsg/4326/proj4/',
	'WGS 84',
	'GCS_WGS_1984',
])('%s is degrees as they are', (name) => {
	expect(crsNamed(name).toLngLat(44.36, 33.31)).toEqual([44.36, 33.31]);
});

test.each([
	'EPSG:3857',
	'urn:ogc:def:crs:EPSG::3857',
	'EPSG:900913',
	'EPSG:102100',
	'EPSG:102113',
	'EPSG:3785',
	'WGS 84 / Pseudo-Mercator',
	'WGS_1984_Web_Mercator_Auxiliary_Sphere',
])('%s is Web Mercator', (name) => {
	// The example of EPSG Guidance Note 7-2 for method 1024: 24°22'54.433"N, 100°20'00.000"W.
	const [lng, lat] = crsNamed(name).toLngLat(-11_169_055.58, 2_800_000);
	expect(lng).toBeCloseTo(-(100 + 20 / 60), 6);
	expect(lat).toBeCloseTo(24 + 22 / 60 + 54.433 / 3600, 6);
	expect(crsNamed(name).toLngLat(0, 0)).toEqual([0, 0]);
});

test.each([
	['EPSG:32638', 'UTM zone 38 north'],
	['EPSG:32738', 'UTM zone 38 south'],
	['EPSG:27700', 'the reference system "EPSG:27700", which is not read'],
	['EPSG:4269', '"EPSG:4269"'],
	['+proj=utm +zone=38', '"+proj=utm +zone=38"'],
	['EPSG:43260', '"EPSG:43260"'],
	['constructor', '"constructor"'],
	['', '""'],
])('%s is refused by its name', (name, words) => {
	expect(() => crsNamed(name)).toThrow(ImportError);
	expect(() => crsNamed(name)).toThrow(words);
});

test('a member of GeoJSON names one in any of the forms of 2008', () => {
	expect(crsOfMember(undefined)).toBe(WGS_84);
	expect(crsOfMember(null)).toBe(WGS_84);
	expect(crsOfMember({ type: 'EPSG', properties: { code: 3857 } }).name).toBe('EPSG:3857');
	expect(
		crsOfMember({ type: 'link', properties: { href: 'https://epsg.io/4326', type: 'proj4' } }).toLngLat(1, 2),
	).toEqual([1, 2]);
	expect(crsOfMember('EPSG:4326').name).toBe('EPSG:4326');
	for (const odd of [{}, { type: 'name' }, { type: 'name', properties: { __proto__: { name: 'EPSG:4326' } } }, 7, []]) {
		expect(() => crsOfMember(odd)).toThrow('names no reference system that could be known');
	}
});
