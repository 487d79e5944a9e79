import type { SourceFile } from './source-file.ts';

/** A file of the given bytes or text, streamed in pieces of a few bytes, so that every boundary is met. */
export function sourceFixture(content: string | Uint8Array, pieceBytes = 65_536): SourceFile {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name: 'made-up',
		size: bytes.length,
		stream: () => {
			let at = 0;
			return new ReadableStream({
				pull(controller) {
					if (at >= bytes.length) return controller.close();
					controller.enqueue(bytes.slice(at, at + pieceBytes));
					at += pieceBytes;
				},
			});
		},
		slice: (from, to) => Promise.resolve(bytes.slice(from, to)),
	};
}
