const ASCII = /^[\0-\x7f]*$/;

/** Lower case without accents or other combining marks, so that a search does not depend on the keyboard. */
export function foldText(text: string): string {
	if (ASCII.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase();
}
