import type { Writable } from 'node:stream';

/** What a command reads and writes besides files. */
export interface Streams {
	readonly input: NodeJS.ReadableStream & AsyncIterable<Uint8Array>;
	readonly output: Writable & { readonly isTTY?: boolean };
	/** For progress, sums and complaints. */
	readonly notes: Writable & { readonly isTTY?: boolean };
}

/** 0 all is well, 1 problems in the data, 2 the command cannot do what was asked. */
export type ExitCode = 0 | 1 | 2;

/** One of `npm run atlas`; each stands in a file of its own. */
export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;
	readonly help: string;
	run(args: readonly string[], streams: Streams): Promise<ExitCode>;
}

/** Wrong use, or something that cannot be read: a sentence for whoever typed it. Exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

export const STANDARD_STREAM = '-';
