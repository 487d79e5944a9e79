const LONGEST_TURN_MS = 50;

/**
 * Lets others have their turn: a worker cannot hear "cancel" while a reader reads on. The function returned gives a
 * promise once it has been going on for 50 ms, else `null`; it throws the signal's reason where it was cancelled.
 */
export function takeTurns(signal: AbortSignal): () => Promise<void> | null {
	let began = performance.now();
	return () => {
		if (performance.now() - began < LONGEST_TURN_MS) return null;
		return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
			began = performance.now();
			signal.throwIfAborted();
		});
	};
}
