import { checkBbox } from './check-bbox.ts';
import { checkGeometry, type Surroundings } from './check-geometry.ts';
import { checkMembers, readId, readType } from './check-members.ts';
import { createExtent, type Extent } from './extent.ts';
import { type JsonNode, memberOf } from './json-node.ts';
import { memberPath } from './parse-json.ts';
import { shownValue } from './problem.ts';
import { kindOf } from './read-positions.ts';
import type { SeenIds } from './seen-ids.ts';

/** What is wrong with the outermost value; `features` are looked at elsewhere, and `extent` is their range. */
export function checkRoot(node: JsonNode, around: Surroundings, extent: Extent): void {
	const { tell } = around;
	if (node.kind !== 'object') {
		tell('not-an-object', node, '', { found: kindOf(node) });
		return;
	}
	const typeNode = memberOf(node, 'type');
	const type = typeNode?.kind === 'string' ? typeNode.value : null;
	if (type === 'Feature') checkFeature(node, '', around, null, 0);
	else if (type !== 'FeatureCollection') {
		if (readType(node, '', tell) !== null) checkGeometry(node, '', around);
	} else {
		checkMembers(node, type, '', tell);
		const features = memberOf(node, 'features');
		if (features && features.kind !== 'array') {
			tell('member-kind', features, 'features', { expected: 'an array', found: kindOf(features) });
		}
		const bbox = memberOf(node, 'bbox');
		if (bbox) checkBbox(bbox, 'bbox', extent, around);
	}
}

/** What is wrong with an element of `features`, or with a Feature by itself, which has no ids beside it. */
export function checkFeature(
	node: JsonNode,
	path: string,
	around: Surroundings,
	ids: SeenIds | null,
	index: number,
): void {
	const { tell } = around;
	const spoil = () => around.extents.forEach((extent) => extent.spoil());
	if (node.kind !== 'object') {
		tell('member-kind', node, path, { expected: 'a Feature', found: kindOf(node) });
		spoil();
		return;
	}
	const type = readType(node, path, tell);
	if (type !== 'Feature') {
		if (type !== null) tell('type-misplaced', node, path, { type, expected: 'a Feature' });
		spoil();
		return;
	}
	checkMembers(node, type, path, tell);
	const properties = memberOf(node, 'properties');
	if (properties && properties.kind !== 'object' && properties.kind !== 'null') {
		const details = { expected: 'an object or null', found: kindOf(properties) };
		tell('member-kind', properties, memberPath(path, 'properties'), details);
	}
	const id = readId(node, path, tell);
	const first = id && ids ? ids.see(id.key, index) : null;
	if (id && first !== null) {
		tell('id-twice', id.node, memberPath(path, 'id'), { id: shownValue(around.text, id.node), first });
	}
	const bbox = memberOf(node, 'bbox');
	const own = bbox ? createExtent() : null;
	const below = own ? { ...around, extents: [...around.extents, own] } : around;
	const geometry = memberOf(node, 'geometry');
	if (!geometry) spoil();
	else if (geometry.kind !== 'null') checkGeometry(geometry, memberPath(path, 'geometry'), below);
	if (bbox) checkBbox(bbox, memberPath(path, 'bbox'), own!, around);
}
