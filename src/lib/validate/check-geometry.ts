import { checkBbox, type OnBbox } from './check-bbox.ts';
import { addToExtents, checkLine } from './check-line.ts';
import { checkMembers, isGeometryType, readType } from './check-members.ts';
import { checkPolygon } from './check-polygon.ts';
import { createExtent, type Extent } from './extent.ts';
import { type JsonNode, type JsonObject, memberOf } from './json-node.ts';
import { memberPath } from './parse-json.ts';
import type { Tell } from './problem.ts';
import { type GeometryReading, kindOf, type Line, readItems, readLine, readPosition } from './read-positions.ts';
import { ringCrossings, type XY } from './ring-crossings.ts';

/** What a rule needs to know of the text it looks at. */
export interface Surroundings {
	readonly text: string;
	readonly tell: Tell;
	/** All that the object is part of and whose range is asked for. */
	readonly extents: readonly Extent[];
	readonly onBbox?: OnBbox | undefined;
}

/** What is wrong with a geometry, as the value of a member or by itself. */
export function checkGeometry(node: JsonNode, path: string, around: Surroundings, isNested = false): void {
	const { tell } = around;
	if (node.kind !== 'object') {
		tell('member-kind', node, path, { expected: 'a geometry', found: kindOf(node) });
		around.extents.forEach((extent) => extent.spoil());
		return;
	}
	const type = readType(node, path, tell);
	if (type === null || !isGeometryType(type)) {
		if (type !== null) tell('type-misplaced', node, path, { type, expected: 'a geometry' });
		around.extents.forEach((extent) => extent.spoil());
		return;
	}
	const bbox = memberOf(node, 'bbox');
	const own = bbox ? createExtent() : null;
	const below = own ? { ...around, extents: [...around.extents, own] } : around;
	checkMembers(node, type, path, tell);
	if (type === 'GeometryCollection') checkCollection(node, path, below, isNested);
	else checkCoordinates(node, type, memberPath(path, 'coordinates'), below);
	if (bbox) checkBbox(bbox, memberPath(path, 'bbox'), own!, around);
}

function checkCollection(node: JsonObject, path: string, around: Surroundings, isNested: boolean): void {
	const { tell } = around;
	if (isNested) tell('collection-nested', node, path, {});
	const at = memberPath(path, 'geometries');
	const geometries = memberOf(node, 'geometries');
	if (geometries?.kind !== 'array') {
		if (geometries) tell('member-kind', geometries, at, { expected: 'an array', found: kindOf(geometries) });
		around.extents.forEach((extent) => extent.spoil());
		return;
	}
	if (geometries.items.length === 1) tell('collection-of-one', node, path, {});
	geometries.items.forEach((part, i) => checkGeometry(part, `${at}[${i}]`, around, true));
}

function checkCoordinates(
	geometry: JsonObject,
	type: string,
	path: string,
	{ text, tell, extents }: Surroundings,
): void {
	const node = memberOf(geometry, 'coordinates');
	if (!node) {
		extents.forEach((extent) => extent.spoil());
		return;
	}
	const reading: GeometryReading = {
		text,
		type,
		tell,
		extents,
		isBroken: false,
		dimensions: null,
		areDimensionsMixed: false,
		precise: null,
	};
	const judge = readCoordinates(node, type, path, reading);
	if (reading.isBroken) extents.forEach((extent) => extent.spoil());
	else judge();
	if (reading.precise) {
		const { count, span, path: at } = reading.precise;
		const isFixable = !reading.isBroken;
		tell('precision', span, at, { count, found: text.slice(span.start, span.end) }, isFixable);
	}
}

/** Reads all positions; what it gives judges them, once it is known that all are sound. */
function readCoordinates(node: JsonNode, type: string, path: string, reading: GeometryReading): () => void {
	const readParts = <Part>(
		whole: JsonNode,
		at: string,
		read: (item: JsonNode, path: string) => Part | null,
	): { parts: Part[]; node: JsonNode; at: string } => ({
		parts: readItems(whole, at, reading).flatMap((item, i) => read(item, `${at}[${i}]`) ?? []),
		node: whole,
		at,
	});
	const readRow = (item: JsonNode, at: string) => readLine(item, at, reading);
	switch (type) {
		case 'Point': {
			const position = readPosition(node, path, null, reading);
			return () => {
				if (position) for (const extent of reading.extents) extent.add(position, false);
			};
		}
		case 'MultiPoint': {
			const line = readRow(node, path);
			return () => {
				if (line) addToExtents(line, reading, false, false);
			};
		}
		case 'LineString': {
			const line = readRow(node, path);
			return () => {
				if (line) checkLine(line, reading);
			};
		}
		case 'MultiLineString': {
			const { parts } = readParts(node, path, readRow);
			return () => parts.forEach((line) => checkLine(line, reading));
		}
		case 'Polygon': {
			const { parts } = readParts(node, path, readRow);
			return () => {
				if (parts.length > 0) checkPolygon(parts, reading);
			};
		}
		default: {
			const { parts } = readParts(node, path, (item, at) => readParts(item, at, readRow));
			return () => checkPolygons(parts, reading);
		}
	}
}

function checkPolygons(
	polygons: readonly { parts: readonly Line[]; node: JsonNode; at: string }[],
	reading: GeometryReading,
): void {
	const shells: { xys: readonly XY[]; index: number }[] = [];
	polygons.forEach(({ parts }, index) => {
		const xys = parts.length > 0 ? checkPolygon(parts, reading) : null;
		if (xys) shells.push({ xys, index });
	});
	if (shells.length < 2) return;
	const { crossings, isComplete } = ringCrossings(shells.map(({ xys }) => xys));
	for (const { ring, other, at } of crossings) {
		if (ring === other) continue;
		const { node, at: path } = polygons[shells[other]!.index]!;
		reading.tell('polygons-cross', node, path, { other: shells[ring]!.index, lng: at[0], lat: at[1] });
	}
	if (!isComplete) reading.tell('not-fully-compared', polygons[0]!.node, polygons[0]!.at, {});
}
