import { assemble, dismantle } from './dismantle.ts';

/** A large message, one typed array at a time: all at once would hold up whoever receives it. */
export type MessagePart =
	| { readonly kind: 'array'; readonly array: ArrayBufferView<ArrayBuffer> }
	| { readonly kind: 'frame'; readonly frame: unknown };

/** Sends a message in parts. Its arrays go over to the receiver, but for those to keep, which are copied. */
export function sendInParts(
	message: unknown,
	post: (part: MessagePart, transfer: Transferable[]) => void,
	kept: ReadonlySet<ArrayBufferView> = new Set(),
): void {
	const { frame, arrays } = dismantle(message);
	for (const array of arrays) post({ kind: 'array', array }, kept.has(array) ? [] : [array.buffer]);
	post({ kind: 'frame', frame }, []);
}

/** Puts messages together again; parts of two must not be mixed. */
export class MessageParts {
	#arrays: ArrayBufferView<ArrayBuffer>[] = [];

	/** The message, once its last part has come; else `null`. */
	take(part: MessagePart): unknown {
		if (part.kind === 'array') {
			this.#arrays.push(part.array);
			return null;
		}
		const message = assemble({ frame: part.frame, arrays: this.#arrays });
		this.#arrays = [];
		return message;
	}
}
