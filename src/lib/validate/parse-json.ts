import type { JsonMember, JsonNode } from './json-node.ts';
import type { Tell } from './problem.ts';

/** Thrown where a text stops being JSON, and caught in this file. */
const STOP = Symbol('stop');
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
/** What JavaScript, Python and others write or read as numbers. */
const LOOSE_NUMBER = /[-+]?(?:nan\b|inf(?:inity)?\b|\d*\.?\d*(?:[eE][-+]?\d+)?)/iy;
const WORD = /[A-Za-z_]\w*/y;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const LAST_CONTROL = 0x1f;
const LONGEST_NAME = 80;

/** The path of a member below a path. */
export function memberPath(path: string, key: string): string {
	if (key.length > LONGEST_NAME) return `${path}[${JSON.stringify(key.slice(0, LONGEST_NAME))}…]`;
	if (!IDENTIFIER.test(key)) return `${path}[${JSON.stringify(key)}]`;
	return path === '' ? key : `${path}.${key}`;
}

/**
 * The tree of a JSON text, or `null` where it is none, which is told with its place. NaN, infinity and other spellings
 * of numbers are told and read on. Knows no prototype: `__proto__` is a name like others.
 */
export function parseJson(text: string, path: string, maxDepth: number, tell: Tell): JsonNode | null {
	let at = 0;
	let depth = 0;
	/** Names and indices from the root of this text to where we are. */
	const trail: (string | number)[] = [];
	const here = () =>
		trail.reduce<string>(
			(above, part) => (typeof part === 'number' ? `${above}[${part}]` : memberPath(above, part)),
			path,
		);
	const fail = (what: string, start = at): never => {
		tell('json-syntax', { start, end: Math.min(start + 1, text.length) }, here(), { what });
		throw STOP;
	};

	function skipSpace(): void {
		const code = text.charCodeAt(at);
		if (code > 32) return;
		SPACE.lastIndex = at;
		SPACE.exec(text);
		at = SPACE.lastIndex;
	}

	function readValue(): JsonNode {
		const code = text.charCodeAt(at);
		if (code === 91 || code === 123) {
			if (depth === maxDepth) {
				tell('nested-too-deep', { start: at, end: at + 1 }, here(), { limit: maxDepth });
				throw STOP;
			}
			depth++;
			const node = code === 91 ? readArray() : readObject();
			depth--;
			return node;
		}
		if (code === 34) return readString();
		return readNumber() ?? readWord();
	}

	function readArray(): JsonNode {
		const start = at++;
		const items: JsonNode[] = [];
		skipSpace();
		if (text.charCodeAt(at) !== 93) {
			for (;;) {
				trail.push(items.length);
				items.push(readValue());
				trail.pop();
				skipSpace();
				if (!isNext(93, start)) break;
			}
		}
		return { kind: 'array', start, end: ++at, items };
	}

	/** Whether another value follows in an array or object; the closing bracket is left. */
	function isNext(closing: number, opened: number): boolean {
		const code = text.charCodeAt(at);
		if (code === closing) return false;
		const [name, bracket] = closing === 93 ? ['array', ']'] : ['object', '}'];
		if (Number.isNaN(code)) fail(`the text ends inside an ${name} that was opened here`, opened);
		if (code !== 44) fail(`a comma or ${bracket} is missing before ${spelled()}`);
		const comma = at++;
		skipSpace();
		if (text.charCodeAt(at) === closing) fail(`there is a comma before ${bracket}`, comma);
		return true;
	}

	function readObject(): JsonNode {
		const start = at++;
		const members: JsonMember[] = [];
		let hasTwins = false;
		skipSpace();
		if (text.charCodeAt(at) !== 125) {
			const names = new Set<string>();
			for (;;) {
				if (text.charCodeAt(at) !== 34) fail(`a name in double quotes is missing before ${spelled()}`);
				const name = readString();
				const key = (name as { value: string }).value;
				skipSpace();
				if (text.charCodeAt(at) !== 58) fail(`a colon is missing after the name ${JSON.stringify(key)}`);
				at++;
				skipSpace();
				trail.push(key);
				if (names.has(key)) {
					hasTwins = true;
					tell('name-twice', name, here(), { name: JSON.stringify(key) });
				}
				names.add(key);
				const value = readValue();
				trail.pop();
				members.push({ key, value, start: name.start, end: value.end });
				skipSpace();
				if (!isNext(125, start)) break;
			}
		}
		return { kind: 'object', start, end: ++at, members, hasTwins };
	}

	function readString(): JsonNode {
		const start = at;
		let isPlain = true;
		for (at++; ; at++) {
			const code = text.charCodeAt(at);
			if (code === 34) break;
			if (code === 92) {
				isPlain = false;
				at++;
			} else if (Number.isNaN(code)) {
				fail('a text is not closed that was opened here', start);
			} else if (code <= LAST_CONTROL) {
				fail(
					`a text holds ${code === 10 || code === 13 ? 'a line break' : 'a control character'}, which must be escaped`,
				);
			}
		}
		at++;
		return { kind: 'string', start, end: at, value: isPlain ? text.slice(start + 1, at - 1) : unescape(start) };
	}

	function unescape(start: number): string {
		try {
			return JSON.parse(text.slice(start, at)) as string;
		} catch {
			return fail('a text holds an escape that JSON does not know', start);
		}
	}

	/** Whether a number would go on here with a letter, a digit, a point or a sign. */
	function goesOn(index: number): boolean {
		const code = text.charCodeAt(index);
		if (code === 44 || code === 93 || code <= 32 || code === 125) return false;
		return /[\w.+]/.test(text.charAt(index));
	}

	function readNumber(): JsonNode | null {
		const start = at;
		NUMBER.lastIndex = at;
		if (NUMBER.test(text) && !goesOn(NUMBER.lastIndex)) {
			at = NUMBER.lastIndex;
			const value = Number(text.slice(start, at));
			if (!Number.isFinite(value))
				tell('number-overflow', { start, end: at }, here(), { found: text.slice(start, at) });
			return { kind: 'number', start, end: at, value };
		}
		LOOSE_NUMBER.lastIndex = at;
		const [loose] = LOOSE_NUMBER.exec(text) ?? [''];
		if (!/[\dn]/i.test(loose) || goesOn(start + loose.length)) return null;
		at = start + loose.length;
		tell('number-spelling', { start, end: at }, here(), { found: loose });
		const isNumber = /\d/.test(loose);
		return { kind: 'number', start, end: at, value: isNumber ? Number(loose) : NaN };
	}

	function readWord(): JsonNode {
		const start = at;
		WORD.lastIndex = at;
		const [word] = WORD.exec(text) ?? [''];
		at = start + word.length;
		if (word === 'null') return { kind: 'null', start, end: at };
		if (word === 'true' || word === 'false') return { kind: 'boolean', start, end: at };
		return fail(`a value is missing before ${spelled(start)}`, start);
	}

	function spelled(from = at): string {
		if (from >= text.length) return 'the end of the text';
		WORD.lastIndex = from;
		const [word] = WORD.exec(text) ?? [String.fromCodePoint(text.codePointAt(from)!)];
		if (word === "'") return "', which JSON does not use for quotes";
		if (word === '/' && /[/*]/.test(text.charAt(from + 1))) return 'a comment, which JSON does not have';
		return JSON.stringify(word.slice(0, 20));
	}

	try {
		skipSpace();
		const node = readValue();
		skipSpace();
		if (at < text.length) fail(`${spelled()} follows where the value has ended`);
		return node;
	} catch (thrown) {
		if (thrown === STOP) return null;
		throw thrown;
	}
}
