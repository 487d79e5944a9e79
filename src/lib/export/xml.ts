/** What XML 1.0 has no way to write, and half a surrogate pair. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	'\r': '&#13;',
	'\n': '&#10;',
	'\t': '&#9;',
};

/** Text as XML has it. Characters that XML cannot hold become the replacement character. */
export function xmlText(text: string): string {
	return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
}

/** An element; `content` is XML already, or nothing. Attributes are text. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content?: string): string {
	const opening = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
		.join('');
	return content === undefined || content === '' ? `<${name}${opening}/>` : `<${name}${opening}>${content}</${name}>`;
}

/** An element with a text in it. */
export function textElement(name: string, text: string | number | boolean): string {
	return `<${name}>${xmlText(String(text))}</${name}>`;
}

function attributeText(text: string): string {
	return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"'\r\n\t]/g, (character) => ESCAPES[character]!);
}
