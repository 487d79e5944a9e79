import { decodeText } from '../table/decode-text.ts';
import { type JsonElement, JsonSplitter } from './json-splitter.ts';
import type { SourceFile } from '../source-file.ts';

/** A JSON file that is being taken apart. */
interface JsonStream {
	/** Values of its lists, as they come; throws an `ImportError` where the file is no JSON, after all that stands before. */
	readonly elements: AsyncGenerator<JsonElement[]>;
	/** What was met so far besides them. */
	readonly met: Pick<JsonSplitter, 'members' | 'tooDeep' | 'hasList'>;
}

/** The values of a file's outermost array, or of the named arrays of its outermost object, at constant memory. */
export function streamJson(
	source: SourceFile,
	lists: readonly string[],
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): JsonStream {
	const splitter = new JsonSplitter(lists);
	return { elements: elementsOf(source, splitter, signal, onprogress), met: splitter };
}

async function* elementsOf(
	source: SourceFile,
	splitter: JsonSplitter,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): AsyncGenerator<JsonElement[]> {
	let bytes = 0;
	let isFirst = true;
	const pieces = decodeText(source, signal, (read) => {
		bytes = read;
		onprogress(read);
	});
	for await (const text of pieces) {
		const before = isFirst ? 0 : bytes;
		isFirst = false;
		const batch: JsonElement[] = [];
		let fault: { readonly error: unknown } | null = null;
		try {
			splitter.write(
				text,
				(element) => batch.push(element),
				(index) => before + byteLength(text.slice(0, index)),
			);
		} catch (error) {
			fault = { error };
		}
		if (batch.length > 0) yield batch;
		if (fault !== null) throw fault.error;
	}
	splitter.end(source.size ?? bytes);
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}
