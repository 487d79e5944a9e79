/** From `start` up to `end` in a text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface JsonMember extends Span {
	readonly key: string;
	readonly value: JsonNode;
}

export interface JsonObject extends Span {
	readonly kind: 'object';
	readonly members: readonly JsonMember[];
	/** A name occurs twice, so that nobody can say which value counts. */
	readonly hasTwins: boolean;
}

export interface JsonArray extends Span {
	readonly kind: 'array';
	readonly items: readonly JsonNode[];
}

interface JsonNumber extends Span {
	readonly kind: 'number';
	/** NaN where the text says so, infinite where it says so or is too large. */
	readonly value: number;
}

interface JsonString extends Span {
	readonly kind: 'string';
	readonly value: string;
}

interface JsonWord extends Span {
	readonly kind: 'null' | 'boolean';
}

/** A JSON value with its place in the text. */
export type JsonNode = JsonObject | JsonArray | JsonNumber | JsonString | JsonWord;

/** The value of a name; of a name that occurs twice the last, as most readers have it. */
export function memberOf(node: JsonObject, key: string): JsonNode | undefined {
	for (let i = node.members.length - 1; i >= 0; i--) {
		const member = node.members[i]!;
		if (member.key === key) return member.value;
	}
	return undefined;
}
