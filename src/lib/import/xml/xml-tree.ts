import { LIMITS } from '../limits.ts';
import type { XmlTag } from './guarded-xml.ts';

/** An element with all that is in it. */
export interface XmlNode extends XmlTag {
	readonly children: readonly XmlNode[];
	/** All of its own text, that of its children aside. */
	readonly text: string;
}

interface Growing extends XmlTag {
	readonly children: Growing[];
	text: string;
}

const MOST_ELEMENTS = 250_000;
/** The one kind of element whose text may be longer than a cell: it is held against the number of positions. */
const POSITIONS = 'coordinates';
const NONE: readonly XmlNode[] = [];

/** Gathers one element of a document with all that is in it, up to the limits. */
export class XmlTree {
	readonly #path: Growing[] = [];
	#count = 0;
	/** Why the element cannot be read whole, a sentence; nothing more of it is kept. */
	fault: string | null = null;

	get isOpen(): boolean {
		return this.#path.length > 0;
	}

	open(tag: XmlTag): void {
		const node: Growing = { ...tag, children: [], text: '' };
		if (++this.#count > MOST_ELEMENTS) {
			this.fault ??= `It has more than ${MOST_ELEMENTS.toLocaleString('en')} elements, the most that are read of one. Split it.`;
		}
		if (this.fault === null) this.#path.at(-1)?.children.push(node);
		this.#path.push(node);
	}

	text(text: string): void {
		const node = this.#path.at(-1);
		if (node === undefined || this.fault !== null) return;
		node.text += text;
		const most = node.name === POSITIONS ? LIMITS.positions * 64 : LIMITS.cellCharacters;
		if (node.text.length <= most) return;
		this.fault = `Its <${node.name}> has ${node.text.length.toLocaleString('en')} characters, and at most ${most.toLocaleString('en')} are read. Shorten it.`;
	}

	/** The element, once it is closed itself; `null` while only something in it is. */
	close(): XmlNode | null {
		const node = this.#path.pop();
		return this.#path.length === 0 ? (node ?? null) : null;
	}
}

/** Those of its children that have a name, whatever the prefix. */
export function childrenOf(node: XmlNode | undefined, ...names: readonly string[]): readonly XmlNode[] {
	return node?.children.filter(({ name }) => names.includes(name)) ?? NONE;
}

/** The text of the first child of a name, without white space around it; `undefined` where there is no such child. */
export function textOfChild(node: XmlNode | undefined, name: string): string | undefined {
	return node?.children.find((child) => child.name === name)?.text.trim();
}
