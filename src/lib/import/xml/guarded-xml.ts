import { SaxesParser } from 'saxes';
import { decodeText } from '../table/decode-text.ts';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';

/** An element as it opens. */
export interface XmlTag {
	/** Without its prefix. */
	readonly name: string;
	/** `gx` of `gx:Track`; the empty string where there is none. */
	readonly prefix: string;
	/** By their names as written, without a prototype. */
	readonly attributes: Readonly<Record<string, string>>;
}

/** What is told of a document, in its order. Everything given to `emit` comes out of `readXml`. */
export interface XmlHandlers {
	open(tag: XmlTag): void;
	/** Text of the element that is open, in one or more pieces. */
	text(text: string): void;
	close(name: string): void;
}

const START_BYTES = 1024;
/** Text is taken apart in pieces of this length, so that others have their turn between them. */
const PIECE = 262_144;
/** The longest list of coordinates that a feature may have, with some white space. */
const LONGEST_STRETCH = LIMITS.positions * 64;
const DECLARED = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/;

/**
 * Reads an XML document piece by piece: after each, what the handlers made of it. Document types and entities are
 * refused before anything is parsed, nothing is ever resolved, and neither depth nor text goes beyond the limits.
 * Throws an `ImportError` that names the line.
 */
export async function* readXml<Item>(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
	handlersOf: (emit: (item: Item) => void) => XmlHandlers,
): AsyncGenerator<Item[]> {
	if (source.size !== null && source.size > LIMITS.wholeFileBytes) throw new ImportError(tooLarge(source.size));
	const encoding = declaredEncoding(await source.slice(0, START_BYTES));
	let items: Item[] = [];
	const parser = new GuardedParser(handlersOf((item) => items.push(item)));
	let total = 0;
	const progress = (bytes: number) => {
		total = bytes;
		onprogress(bytes);
	};
	for await (const text of decodeText(source, signal, progress, encoding)) {
		if (total > LIMITS.wholeFileBytes) throw new ImportError(tooLarge(total));
		for (let from = 0; from < text.length; from += PIECE) {
			try {
				parser.write(text.slice(from, from + PIECE));
			} catch (error) {
				// What was read before the fault is kept.
				if (items.length > 0) yield items;
				throw error;
			}
			if (items.length > 0) yield items;
			items = [];
		}
	}
	parser.close();
	if (items.length > 0) yield items;
}

/** The name of the encoding that a document's first bytes declare, in lower case; `null` where they declare none. */
function declaredEncoding(start: Uint8Array): string | null {
	const text = String.fromCharCode(...start.subarray(0, START_BYTES));
	return DECLARED.exec(text)?.[1]?.toLowerCase() ?? null;
}

class GuardedParser {
	readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
	/** What stands before the root element; `null` once that has begun. */
	#prolog: string | null = '';
	#open: string[] = [];
	/** Characters since anything was told. */
	#stretch = 0;

	constructor(handlers: XmlHandlers) {
		const parser = this.#parser;
		parser.on('error', (error) => {
			throw this.#broken(error.message);
		});
		parser.on('opentag', (tag) => {
			this.#stretch = 0;
			const { name, prefix } = split(tag.name);
			this.#open.push(name);
			if (this.#open.length > LIMITS.nesting) {
				throw new ImportError(
					`Line ${parser.line}: <${name}> is nested deeper than ${LIMITS.nesting}, the most that is read.`,
				);
			}
			handlers.open({ name, prefix, attributes: tag.attributes });
		});
		parser.on('closetag', ({ name }) => {
			this.#stretch = 0;
			this.#open.pop();
			handlers.close(split(name).name);
		});
		const text = (piece: string) => {
			this.#stretch = 0;
			if (piece !== '' && this.#open.length > 0) handlers.text(piece);
		};
		parser.on('text', text);
		parser.on('cdata', text);
	}

	write(text: string): void {
		let piece = text;
		if (this.#prolog !== null) {
			this.#prolog += text;
			if (!isRootReached(this.#prolog)) return;
			piece = this.#prolog;
			this.#prolog = null;
		}
		this.#stretch += piece.length;
		this.#parser.write(piece);
		if (this.#stretch > LONGEST_STRETCH + PIECE) {
			throw new ImportError(
				`Line ${this.#parser.line}: more than ${LONGEST_STRETCH.toLocaleString('en')} characters stand in one piece, the most that is read.`,
			);
		}
	}

	close(): void {
		if (this.#prolog !== null) {
			throw new ImportError('There is no XML document in it: no element begins. Save the file again.');
		}
		const [open] = this.#open.slice(-1);
		if (open !== undefined) {
			throw new ImportError(
				`The file is cut off on line ${this.#parser.line}, within <${open}>. What stands before was read. Load the file again.`,
			);
		}
		this.#parser.close();
	}

	#broken(message: string): ImportError {
		const said = /^(\d+):\d+: (.*?)\.?$/s.exec(message);
		return new ImportError(
			`Line ${said?.[1] ?? this.#parser.line} is not well-formed XML: ${said?.[2] ?? message}. What stands before was read. Save the file again.`,
		);
	}
}

/**
 * Whether all that may come before the root element is there. Throws an `ImportError` at a document type or an entity:
 * only here can they mean anything. Within an element the same characters are text of a CDATA section, or a mistake.
 */
function isRootReached(prolog: string): boolean {
	let at = prolog.startsWith('\uFEFF') ? 1 : 0;
	for (;;) {
		while (/\s/.test(prolog.charAt(at))) at++;
		const rest = prolog.slice(at, at + 4);
		const [opens, closes] = rest.startsWith('<?') ? ['<?', '?>'] : ['<!--', '-->'];
		if (rest.startsWith(opens)) {
			const end = prolog.indexOf(closes, at + opens.length);
			if (end === -1) return isWaitedFor(prolog);
			at = end + closes.length;
		} else if (rest.length < 4 && '<!--'.startsWith(rest)) {
			return isWaitedFor(prolog);
		} else if (rest.startsWith('<!')) {
			throw new ImportError(
				`The file begins with a declaration (${JSON.stringify(prolog.slice(at, at + 40))}). Document types and entities let a small file grow without end, and no map needs them, so that it is not read. Remove the declaration and save the file again.`,
			);
		} else return true;
	}
}

function isWaitedFor(prolog: string): false {
	if (prolog.length <= LIMITS.cellCharacters) return false;
	throw new ImportError(
		`The first ${prolog.length.toLocaleString('en')} characters hold no element, and at most ${LIMITS.cellCharacters.toLocaleString('en')} may stand before the first. It is not read on.`,
	);
}

function split(name: string): { name: string; prefix: string } {
	const colon = name.indexOf(':');
	return colon === -1 ? { name, prefix: '' } : { name: name.slice(colon + 1), prefix: name.slice(0, colon) };
}

function tooLarge(bytes: number): string {
	return `The file has ${Math.ceil(bytes / 2 ** 20)} MB or more; XML is read up to ${LIMITS.wholeFileBytes / 2 ** 20} MB. Split it, or save it as CSV or GeoJSON.`;
}
