import { type JsonNode, memberOf } from '../lib/validate/json-node.ts';
import { checkGeojson } from './check-geojson.ts';
import type { ToldProblem } from './format-problem.ts';

/** What geojson-validation says of a Feature or geometry in which our rules found nothing. */
export function secondOpinion(node: JsonNode, path: string): ToldProblem[] {
	return checkGeojson(shapeOf(node)).map(({ message }) => ({
		code: 'geojson-validation',
		severity: 'warning',
		path,
		line: 1,
		column: 1,
		value: '',
		message,
		section: '',
		says: 'This is said by the validator geojson-validation, and not by the rules of this command.',
		fix: null,
		isFixable: false,
	}));
}

/** The value without its properties, which may be anything. */
function shapeOf(node: JsonNode): unknown {
	if (node.kind !== 'object' || !memberOf(node, 'properties')) return valueOf(node);
	const members = node.members.filter(({ key }) => key !== 'properties');
	return { ...(valueOf({ ...node, members }) as object), properties: {} };
}

function valueOf(node: JsonNode): unknown {
	switch (node.kind) {
		case 'array':
			return node.items.map(valueOf);
		case 'object':
			return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
		case 'string':
		case 'number':
			return node.value;
		case 'boolean':
			return true;
		case 'null':
			return null;
	}
}
