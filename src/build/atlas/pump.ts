/** Items waiting between who gives and who takes; more make neither faster. */
const MOST_WAITING = 256;

/** Holds the giver back until there is room. */
export type Give<Item> = (item: Item) => Promise<void> | undefined;

/**
 * Turns what pushes its items into items to be pulled, few of them waiting at any time. Where nobody takes any more,
 * `signal` tells the giver to stop.
 */
export async function* pump<Item>(
	produce: (give: Give<Item>, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Item> {
	const stop = new AbortController();
	const end: { failure: { readonly error: unknown } | null; isReached: boolean } = { failure: null, isReached: false };
	let waiting: Item[] = [];
	let [tellTaker, tellGiver] = [(): void => undefined, (): void => undefined];
	const give: Give<Item> = (item) => {
		stop.signal.throwIfAborted();
		waiting.push(item);
		if (waiting.length < MOST_WAITING) return undefined;
		tellTaker();
		return new Promise((resolve) => (tellGiver = resolve));
	};
	void produce(give, stop.signal)
		.catch((error: unknown) => (end.failure = { error }))
		.then(() => {
			end.isReached = true;
			tellTaker();
		});
	try {
		while (!end.isReached || waiting.length > 0) {
			if (waiting.length < MOST_WAITING && !end.isReached) await new Promise<void>((resolve) => (tellTaker = resolve));
			const items = waiting;
			waiting = [];
			tellGiver();
			for (const item of items) yield item;
		}
		if (end.failure !== null) throw end.failure.error;
	} finally {
		stop.abort(new Error('Nobody takes any more'));
		tellGiver();
	}
}
