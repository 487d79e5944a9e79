import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';

/** A value of a list, as text. */
export interface JsonElement {
	readonly text: string;
	/** Whether objects and arrays lie deeper in each other than `LIMITS.nesting`, the whole file counted. */
	readonly isTooDeep: boolean;
}

type State = 'start' | 'name' | 'colon' | 'value' | 'after-value' | 'element' | 'after-element' | 'end';
/** What is being gathered. */
type Gathered = 'name' | 'value' | 'element';

const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
/** Characters of one value: a million positions have about half of that. */
const LONGEST_VALUE = 64 * 2 ** 20;
const MEMBER_OVERHEAD = 64;
const DEEPEST_TRACKED = 2 * LIMITS.nesting;

/**
 * Takes a JSON text apart while it is read: the values of the outermost array, or of the named arrays of the outermost
 * object, one by one, and the other members of that object. Looks only at brackets, quotes and what parts values;
 * whether the pieces are JSON shows when they are parsed. Nothing in it calls itself, so that no depth of brackets harms.
 */
export class JsonSplitter {
	/** The other members of the outermost object, as text; of a name that comes again the last counts. */
	readonly members = new Map<string, string>();
	/** Names of members that are nested too deep. */
	readonly tooDeep = new Set<string>();
	/** Whether a list was met that is taken apart. */
	hasList = false;
	readonly #lists: readonly string[];
	readonly #isList: (name: string) => boolean;
	#state: State = 'start';
	#name = '';
	#isArray = false;
	#gathered: Gathered | null = null;
	#parts: string[] = [];
	#length = 0;
	/** Brackets that are open within the value. */
	#depth = 0;
	/** Brackets around the value. */
	#around = 1;
	#isTooDeep = false;
	#isInString = false;
	/** Whether the part before ended within a string in an odd number of backslashes. */
	#isEscaped = false;
	readonly #awaited = new Uint8Array(DEEPEST_TRACKED);
	#count = 0;
	/** Characters of the members, and what each costs besides. */
	#held = 0;

	constructor(lists: readonly string[]) {
		this.#lists = lists;
		this.#isList = (name) => this.#lists.includes(name);
	}

	/** Elements met so far. */
	get count(): number {
		return this.#count;
	}

	/** Takes the next part of the text, of any length, and calls with each value of a list. Throws an `ImportError`. */
	write(text: string, onelement: (element: JsonElement) => void, byteOf: (index: number) => number): void {
		let at = 0;
		while (at < text.length) {
			if (this.#gathered !== null) {
				const from = at;
				const end = this.#skip(text, at, byteOf);
				if (end === -1) {
					this.#gather(text.slice(from));
					return;
				}
				this.#gather(text.slice(from, end));
				at = end;
				this.#give(onelement);
				continue;
			}
			const code = text.charCodeAt(at);
			if (code <= 32 || code === 0xfeff) {
				at++;
				continue;
			}
			at = this.#step(code, at, byteOf);
		}
	}

	/** The text is over. Throws an `ImportError` where it is not whole. */
	end(bytes: number): void {
		if (this.#state === 'end') return;
		if (this.#state === 'start') throw new ImportError('The file is empty.');
		const where = this.hasList
			? `; whole features before that: ${this.#count.toLocaleString('en')}`
			: ' in the middle of a value';
		throw new ImportError(
			`The file is cut off: it ends at byte ${bytes.toLocaleString('en')}${where}. Get it again, whole.`,
		);
	}

	/** One character that stands between values. Answers where to go on. */
	#step(code: number, at: number, byteOf: (index: number) => number): number {
		const wrong = (due: string) => this.#wrong(due, code, byteOf(at));
		switch (this.#state) {
			case 'start':
				if (code !== OPEN_OBJECT && code !== OPEN_LIST) throw wrong('{ or [');
				this.#isArray = code === OPEN_LIST;
				this.#state = this.#isArray ? 'element' : 'name';
				if (this.#isArray) this.hasList = true;
				return at + 1;
			case 'name':
				if (code === CLOSE_OBJECT) return this.#close(at);
				if (code !== QUOTE) throw wrong('a name in double quotes');
				return this.#begin('name', at);
			case 'colon':
				if (code !== COLON) throw wrong('a colon');
				this.#state = 'value';
				return at + 1;
			case 'value':
				if (code === OPEN_LIST && this.#isList(this.#name)) {
					this.hasList = true;
					this.#state = 'element';
					return at + 1;
				}
				if (code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST || code === COLON) throw wrong('a value');
				this.#around = 1;
				return this.#begin('value', at);
			case 'after-value':
				if (code === CLOSE_OBJECT) return this.#close(at);
				if (code !== COMMA) throw wrong('a comma or }');
				this.#state = 'name';
				return at + 1;
			case 'element':
				if (code === CLOSE_LIST) return this.#closeList(at);
				if (code === COMMA || code === CLOSE_OBJECT || code === COLON) throw wrong('a value or ]');
				this.#around = this.#isArray ? 1 : 2;
				return this.#begin('element', at);
			case 'after-element':
				if (code === CLOSE_LIST) return this.#closeList(at);
				if (code !== COMMA) throw wrong('a comma or ]');
				this.#state = 'element';
				return at + 1;
			case 'end':
				throw new ImportError(
					`The file goes on after its end, at byte ${byteOf(at).toLocaleString('en')}. Save it as one object, or one feature a line.`,
				);
		}
	}

	#begin(what: Gathered, at: number): number {
		this.#gathered = what;
		this.#parts = [];
		this.#length = 0;
		this.#depth = 0;
		this.#isTooDeep = false;
		return at;
	}

	#close(at: number): number {
		this.#state = 'end';
		return at + 1;
	}

	#closeList(at: number): number {
		this.#state = this.#isArray ? 'end' : 'after-value';
		return at + 1;
	}

	#gather(part: string): void {
		this.#parts.push(part);
		this.#length += part.length;
		if (this.#length <= LONGEST_VALUE) return;
		const what =
			this.#gathered === 'element' ? `Feature ${this.#count + 1}` : `The member "${this.#name.slice(0, 80)}"`;
		const deep = this.#isTooDeep ? `, with more than ${LIMITS.nesting} objects and arrays inside each other` : '';
		throw new ImportError(
			`${what} has more than ${LONGEST_VALUE.toLocaleString('en')} characters${deep}; at most that many are read.`,
		);
	}

	#give(onelement: (element: JsonElement) => void): void {
		const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
		const what = this.#gathered;
		this.#gathered = null;
		this.#parts = [];
		if (what === 'name') {
			this.#name = unquote(text);
			this.#state = 'colon';
		} else if (what === 'element') {
			this.#count++;
			this.#state = 'after-element';
			onelement({ text, isTooDeep: this.#isTooDeep });
		} else {
			this.#held += this.#name.length + text.length + MEMBER_OVERHEAD;
			if (this.#held > LONGEST_VALUE) throw tooMuchBeside();
			this.members.set(this.#name, text);
			if (this.#isTooDeep) this.tooDeep.add(this.#name);
			this.#state = 'after-value';
		}
	}

	/** The index behind the value that goes on at `from`; -1 where it goes on in the next part. */
	#skip(text: string, from: number, byteOf: (index: number) => number): number {
		let at = from;
		let depth = this.#depth;
		if (this.#isInString) {
			at = this.#skipString(text, at);
			if (at === -1) return -1;
			if (depth === 0) return at;
		}
		for (; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === QUOTE) {
				const end = this.#skipString(text, at + 1);
				if (end === -1) {
					this.#depth = depth;
					return -1;
				}
				if (depth === 0) return end;
				at = end - 1;
			} else if (code === OPEN_OBJECT || code === OPEN_LIST) {
				if (depth < DEEPEST_TRACKED) this.#awaited[depth] = code + 2;
				depth++;
				if (depth + this.#around > LIMITS.nesting) this.#isTooDeep = true;
			} else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
				if (depth === 0) return this.#over(at);
				depth--;
				if (depth < DEEPEST_TRACKED && this.#awaited[depth] !== code) {
					throw this.#wrong(String.fromCharCode(this.#awaited[depth]!), code, byteOf(at));
				}
				if (depth === 0) return this.#over(at + 1);
			} else if (code === COMMA && depth === 0) return this.#over(at);
		}
		this.#depth = depth;
		return -1;
	}

	#over(at: number): number {
		this.#depth = 0;
		return at;
	}

	/** The index behind the closing quote, -1 where it is not in this part. */
	#skipString(text: string, from: number): number {
		this.#isInString = true;
		let at = from;
		if (this.#isEscaped) {
			this.#isEscaped = false;
			at++;
		}
		for (;;) {
			const start = at;
			at = text.indexOf('"', at);
			const end = at === -1 ? text.length : at;
			let slashes = 0;
			while (end - 1 - slashes >= start && text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
			if (at === -1) {
				this.#isEscaped = slashes % 2 === 1;
				return -1;
			}
			at++;
			if (slashes % 2 === 1) continue;
			this.#isInString = false;
			return at;
		}
	}

	#wrong(due: string, code: number, byte: number): ImportError {
		const found = code > 32 && code < 127 ? String.fromCharCode(code) : `the character U+${hex(code)}`;
		const read = this.hasList ? ` Whole features before that: ${this.#count.toLocaleString('en')}.` : '';
		return new ImportError(
			`It is not JSON from byte ${byte.toLocaleString('en')} on: ${due} is due where ${found} stands.${read}`,
		);
	}
}

function tooMuchBeside(): ImportError {
	return new ImportError(
		`The members beside the list of features have more than ${LONGEST_VALUE.toLocaleString('en')} characters; at most that many are read. Save the features without them.`,
	);
}

function unquote(text: string): string {
	try {
		return JSON.parse(text) as string;
	} catch {
		return text;
	}
}

function hex(code: number): string {
	return code.toString(16).toUpperCase().padStart(4, '0');
}
