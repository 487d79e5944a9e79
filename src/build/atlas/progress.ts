import type { Streams } from './command.ts';

const MS_BETWEEN = 200;
const CLEAR_LINE = '\r\u001b[K';

/** One line on standard error that tells how far it is, where that is a terminal; elsewhere nothing. */
export interface Progress {
	update(words: () => string): void;
	/** Takes the line away. */
	end(): void;
}

/** Starts a line of progress. */
export function startProgress({ notes }: Pick<Streams, 'notes'>): Progress {
	if (notes.isTTY !== true) return { update: () => undefined, end: () => undefined };
	let told = performance.now();
	let isShown = false;
	return {
		update(words) {
			if (performance.now() - told < MS_BETWEEN) return;
			told = performance.now();
			isShown = true;
			notes.write(`${CLEAR_LINE}${words()}`);
		},
		end() {
			if (isShown) notes.write(CLEAR_LINE);
			isShown = false;
		},
	};
}

/** Bytes in words. */
export function megabytes(bytes: number): string {
	return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
