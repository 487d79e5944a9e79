/** Several texts in one cell: joined by semicolons, those inside them and backslashes escaped by a backslash. */
export function joinList(texts: readonly string[]): string {
	return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join(';');
}

/** The texts that `joinList` joined. An empty cell is an empty list. */
export function splitList(cell: string): string[] {
	if (cell === '') return [];
	const texts = [''];
	for (const [part] of cell.matchAll(/\\[\s\S]|[\s\S]/gu)) {
		if (part === ';') texts.push('');
		else texts[texts.length - 1] += part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
	}
	return texts;
}
