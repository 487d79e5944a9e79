/** What a spreadsheet passes over before it takes a cell for a formula: white space and marks without a width. */
const UNSEEN = '[\\s\\u0000-\\u001f\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*';
/** Also the wide forms, which some spreadsheets read as the narrow ones. */
const FORMULA = new RegExp(`^'*(?:${UNSEEN}[=+\\-@＝＋－＠]|[\\t\\r\\n])`, 'u');
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Text that a spreadsheet cannot take for a formula: an apostrophe goes before anything that would begin one, also after
 * white space. A number stays as it is, so that a negative longitude remains one.
 */
export function neutralCell(text: string): string {
	return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `neutralCell` did. */
export function plainCell(text: string): string {
	return text.startsWith("'") && FORMULA.test(text.slice(1)) && !NUMBER.test(text.slice(1)) ? text.slice(1) : text;
}
