import type { OriginalObject } from '../../model/original.ts';
import { quoteCell } from '../cells/clean-cell.ts';
import type { ForeignFeature } from './foreign-feature.ts';
import type { Rejection } from '../imported-row.ts';
import { deepPath, nestingOf, parseValue, tooDeepReason } from '../json/json-value.ts';
import { LIMITS } from '../limits.ts';

type Named = Readonly<Record<string, unknown>>;

/** Members of a feature that have a meaning of their own; any other is kept with its properties. */
const OWN_MEMBERS = new Set(['type', 'id', 'geometry', 'properties', 'bbox', 'crs']);
const GEOMETRIES = new Set([
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon',
	'GeometryCollection',
]);

/** Why a text is refused that lies too deep; `around` counts what lies around it in the file. */
export function tooDeep(text: string, path: string, around: number, number: number): Rejection {
	const column = quoteCell([path, deepPath(text, LIMITS.nesting - around)].filter((part) => part !== '').join('.'));
	return { number, column, value: quoteCell(text), reason: tooDeepReason(nestingOf(text).deepest + around) };
}

/** A feature of a JSON text; a rejection where it is none. */
export function parseFeature(text: string, number: number): ForeignFeature | Rejection {
	const value = parseValue(text);
	if (value !== undefined) return featureOf(value, number);
	return { number, column: null, value: quoteCell(text), reason: 'It is not JSON.' };
}

/**
 * A feature of GeoJSON, a bare geometry, or an object without either, whose members are then its properties; anything
 * else is rejected. Members of a feature that GeoJSON does not know are kept beside its properties.
 */
export function featureOf(value: unknown, number: number): ForeignFeature | Rejection {
	if (!isNamed(value)) {
		const found = quoteCell(JSON.stringify(value) ?? '');
		return {
			number,
			column: null,
			value: found,
			reason: 'It is no feature: an object with geometry and properties is due.',
		};
	}
	const type = memberOf(value, 'type');
	const isGeometry =
		typeof type === 'string' && (GEOMETRIES.has(type) || Array.isArray(memberOf(value, 'coordinates')));
	if (isGeometry && !Object.hasOwn(value, 'properties') && !Object.hasOwn(value, 'geometry')) {
		return { number, id: null, geometry: value, properties: {} };
	}
	if (type === 'FeatureCollection') {
		return {
			number,
			column: 'type',
			value: type,
			reason: 'A collection within a collection is not read. Save its features by themselves.',
		};
	}
	if (type !== 'Feature' && !Object.hasOwn(value, 'geometry') && !isNamed(memberOf(value, 'properties'))) {
		return { number, id: null, geometry: undefined, properties: value as OriginalObject };
	}
	const properties = memberOf(value, 'properties') ?? {};
	if (!isNamed(properties)) {
		const found = quoteCell(JSON.stringify(properties) ?? '');
		return {
			number,
			column: 'properties',
			value: found,
			reason: 'The properties of a feature are an object, or null.',
		};
	}
	const id = memberOf(value, 'id');
	return {
		number,
		id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
		geometry: memberOf(value, 'geometry'),
		properties: withMembers(properties as OriginalObject, value),
	};
}

function withMembers(properties: OriginalObject, feature: Named): OriginalObject {
	let others: [string, unknown][] | null = null;
	for (const name of Object.keys(feature)) {
		if (OWN_MEMBERS.has(name) || Object.hasOwn(properties, name)) continue;
		(others ??= []).push([name, feature[name]]);
	}
	return others === null ? properties : { ...properties, ...(Object.fromEntries(others) as OriginalObject) };
}

/** A member of the object itself, never of its prototype. */
export function memberOf(holder: Named, name: string): unknown {
	return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

/** Whether it is an object with names, no list. */
export function isNamed(value: unknown): value is Named {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
