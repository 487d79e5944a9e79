import { type JsonNode, type JsonObject, memberOf } from './json-node.ts';
import { memberPath } from './parse-json.ts';
import type { Tell } from './problem.ts';
import { kindOf } from './read-positions.ts';

const GEOMETRY = [
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon',
	'GeometryCollection',
];
const TYPES: ReadonlySet<string> = new Set([...GEOMETRY, 'Feature', 'FeatureCollection']);

/** Members that each type must have. */
const NEEDED = new Map<string, readonly string[]>([
	...GEOMETRY.map((type) => [type, ['coordinates']] as const),
	['GeometryCollection', ['geometries']],
	['Feature', ['geometry', 'properties']],
	['FeatureCollection', ['features']],
]);
/** Members that define something else, and what. */
const FOREIGN = new Map<string, ReadonlyMap<string, string>>([
	...GEOMETRY.map((type) => [type, owners('geometry', 'properties', 'features')] as const),
	['Feature', owners('coordinates', 'geometries', 'features')],
	['FeatureCollection', owners('coordinates', 'geometries', 'geometry', 'properties')],
]);
/** Names of what RFC 7946 prescribes anyway. */
const WGS84 = /^(?:urn:ogc:def:crs:)?(?:OGC:(?:1\.3|2)?:?CRS84|EPSG:(?:\d[\d.]*)?:?4326)$/i;

function owners(...names: string[]): ReadonlyMap<string, string> {
	const owner = (name: string) => {
		if (name === 'features') return 'a FeatureCollection';
		return name === 'geometry' || name === 'properties' ? 'a Feature' : 'a geometry';
	};
	return new Map(names.map((name) => [name, owner(name)]));
}

/** Whether one of the nine types is a geometry. */
export function isGeometryType(type: string): boolean {
	return GEOMETRY.includes(type);
}

/** The type of an object, or `null` where it has none of the nine, which is told. */
export function readType(node: JsonObject, path: string, tell: Tell): string | null {
	const type = memberOf(node, 'type');
	const at = memberPath(path, 'type');
	if (!type) {
		tell('type-missing', { start: node.start, end: node.start + 1 }, path, {});
		return null;
	}
	if (type.kind !== 'string') {
		tell('type-kind', type, at, { found: kindOf(type) });
		return null;
	}
	if (TYPES.has(type.value)) return type.value;
	const shown = JSON.stringify(type.value.slice(0, 40));
	const right = [...TYPES].find((known) => known.toLowerCase() === type.value.toLowerCase());
	if (right) tell('type-case', type, at, { type: shown, right: JSON.stringify(right) });
	else tell('type-unknown', type, at, { type: shown });
	return null;
}

/** Members that a type needs and lacks, members that belong to other types, and the member of 2008. */
export function checkMembers(node: JsonObject, type: string, path: string, tell: Tell): void {
	for (const name of NEEDED.get(type)!) {
		if (memberOf(node, name)) continue;
		const similar = node.members.find(({ key }) => key.length < 40 && key.toLowerCase() === name);
		tell('member-missing', { start: node.start, end: node.start + 1 }, path, {
			name,
			similar: similar ? JSON.stringify(similar.key) : null,
		});
	}
	for (const member of node.members) {
		const owner = FOREIGN.get(type)!.get(member.key);
		if (owner !== undefined) tell('member-misplaced', member, memberPath(path, member.key), { type, owner });
	}
	const crs = memberOf(node, 'crs');
	if (crs) tell(isWgs84(crs) ? 'crs-obsolete' : 'crs-other', crs, memberPath(path, 'crs'), {});
}

function isWgs84(crs: JsonNode): boolean {
	if (crs.kind === 'null') return true;
	const properties = crs.kind === 'object' ? memberOf(crs, 'properties') : undefined;
	const name = properties?.kind === 'object' ? memberOf(properties, 'name') : undefined;
	return name?.kind === 'string' && WGS84.test(name.value);
}

/** The id of a Feature, or `null` where it has none or none that is allowed, which is told. */
export function readId(feature: JsonObject, path: string, tell: Tell): { key: string; node: JsonNode } | null {
	const node = memberOf(feature, 'id');
	if (!node) return null;
	if (node.kind === 'string') return { key: `s${node.value}`, node };
	if (node.kind === 'number') return { key: `n${node.value}`, node };
	tell('id-kind', node, memberPath(path, 'id'), { found: kindOf(node) });
	return null;
}
