/** First digits of the scripts that dates and figures come in: Arabic, Persian and Urdu, Devanagari, Bengali, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;

/** The text with digits of other scripts written as 0 to 9. */
export function asciiDigits(text: string): string {
	return text.replace(FOREIGN_DIGIT, (digit) => {
		const code = digit.charCodeAt(0);
		return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10)!);
	});
}
