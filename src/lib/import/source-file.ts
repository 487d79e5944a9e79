/** A file to read, wherever it lies: a browser's `File` or one on disk. Nothing here loads all of it at once. */
export interface SourceFile {
	/** Without folders. */
	readonly name: string;
	/** Bytes; `null` where it comes through a pipe. */
	readonly size: number | null;
	/** From the start each time it is called. A pipe can be read once only. */
	stream(): ReadableStream<Uint8Array>;
	/** The bytes from `from` up to `to`, fewer at the end of the file. */
	slice(from: number, to: number): Promise<Uint8Array>;
}
