const MOST_REMEMBERED = 5000;

/** The same function, which remembers what it answered to the texts that come again and again in a column. */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
	const known = new Map<string, Answer>();
	return (text) => {
		const remembered = known.get(text);
		if (remembered !== undefined) return remembered;
		const answer = read(text);
		if (known.size >= MOST_REMEMBERED) known.clear();
		known.set(text, answer);
		return answer;
	};
}
