import { expect, test } from 'vitest';
import { ImportError } from '../format.ts';
import { readXml } from './guarded-xml.ts';
import { LIMITS } from '../limits.ts';
import { sourceFixture } from '../source-fixture.ts';

const { signal } = new AbortController();

/** What is told of a document, as one line. */
async function told(content: string | Uint8Array, pieceBytes?: number): Promise<string> {
	const lines: string[] = [];
	const items = readXml<string>(
		sourceFixture(content, pieceBytes),
		signal,
		() => undefined,
		(emit) => ({
			open: ({ name, prefix, attributes }) =>
				emit(
					`<${prefix}|${name}${Object.entries(attributes)
						.map(([key, value]) => ` ${key}=${value}`)
						.join('')}>`,
				),
			text: (text) => emit(text),
			close: (name) => emit(`</${name}>`),
		}),
	);
	for await (const batch of items) lines.push(...batch);
	return lines.join('');
}

test('elements, their attributes, text and CDATA are told in order, in pieces of any size', async () => {
	const xml =
		'\uFEFF<?xml version="1.0"?>\n<!-- a <b> --><a x="1" __proto__="2">é&amp;&#x41;<g:b/><![CDATA[<!DOCTYPE html><p>]]></a>';
	for (const pieceBytes of [1, 2, 3, 7, 65_536]) {
		expect(await told(xml, pieceBytes)).toBe('<|a x=1 __proto__=2>é&A<g|b></b><!DOCTYPE html><p></a>');
	}
});

test.each([
	'<!DOCTYPE kml><a/>',
	'<?xml version="1.0"?>\n<!doctype a [<!ENTITY x "y">]><a>&x;</a>',
	'<!-- first --><!ENTITY x "y"><a/>',
	'\uFEFF  <!DOCTYPE a SYSTEM "https://a.example/a.dtd"><a/>',
])('%j is refused before it is parsed', async (xml) => {
	for (const pieceBytes of [1, 65_536]) {
		const refused = told(xml, pieceBytes);
		await expect(refused).rejects.toThrow(ImportError);
		await expect(refused).rejects.toThrow('begins with a declaration ("<!');
	}
});

test.each([
	['<a><!DOCTYPE b></a>', 'Line 1 is not well-formed XML: inappropriately located doctype'],
	['<a>&nbsp;</a>', 'undefined entity'],
	['<a>&constructor;</a>', 'undefined entity'],
	['<a>\n<b></a>', 'Line 2 is not well-formed'],
	['<a>\n<b>', 'cut off on line 2, within <b>'],
	['  ', 'no element begins'],
	['', 'no element begins'],
	['text', 'not well-formed'],
	['<a/><b/>', 'only one root'],
	[`${'<a>'.repeat(65)}`, 'nested deeper than 64'],
])('%j is refused with the line', async (xml, reason) => {
	const refused = told(xml);
	await expect(refused).rejects.toThrow(ImportError);
	await expect(refused).rejects.toThrow(reason);
});

test('as deep as the limit is read', async () => {
	expect(await told('<a>'.repeat(64) + '</a>'.repeat(64))).toContain('<|a>');
});

test('nothing but comments is not read for ever', async () => {
	await expect(told(`<!--${'x'.repeat(LIMITS.cellCharacters + 10)}`)).rejects.toThrow('may stand before the first');
});

test('a file that is too large is refused with its size', async () => {
	const source = { ...sourceFixture('<a/>'), size: LIMITS.wholeFileBytes + 1 };
	const items = readXml<never>(
		source,
		signal,
		() => undefined,
		() => ({ open: () => undefined, text: () => undefined, close: () => undefined }),
	);
	await expect(items.next()).rejects.toThrow('The file has 513 MB or more; XML is read up to 512 MB');
});

test('encodings: by mark, as declared, and UTF-8 without a word', async () => {
	const utf16 = (text: string, isLittle: boolean) =>
		Uint8Array.from(
			[...`\uFEFF${text}`].flatMap((unit) => {
				const code = unit.charCodeAt(0);
				return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
			}),
		);
	const xml = '<?xml version="1.0" encoding="UTF-16"?><a>بغداد</a>';
	expect(await told(utf16(xml, true))).toBe('<|a>بغداد</a>');
	expect(await told(utf16(xml, false))).toBe('<|a>بغداد</a>');
	const latin = (encoding: string, ...bytes: number[]) =>
		Uint8Array.from([
			...Buffer.from(`<?xml version='1.0' encoding='${encoding}'?><a>`),
			...bytes,
			...Buffer.from('</a>'),
		]);
	expect(await told(latin('windows-1252', 0xe9, 0x80))).toBe('<|a>é€</a>');
	// The same two bytes are one letter in UTF-8.
	expect(await told(latin('ISO-8859-1', 0xc3, 0xa9))).toBe('<|a>Ã©</a>');
	expect(await told(latin('utf-8', 0xc3, 0xa9))).toBe('<|a>é</a>');
	expect(await told(latin('windows-1256', 0xc8, 0xdb))).toBe('<|a>بغ</a>');
	await expect(told(latin('x-made-up', 0xe9))).rejects.toThrow('in the encoding "x-made-up", which is not known');
});

test('what stands before a fault is told first', async () => {
	const lines: string[] = [];
	const items = readXml<string>(
		sourceFixture('<a><b/><c></a>'),
		signal,
		() => undefined,
		(emit) => ({
			open: ({ name }) => emit(name),
			text: () => undefined,
			close: () => undefined,
		}),
	);
	const reading = (async () => {
		for await (const batch of items) lines.push(...batch);
	})();
	await expect(reading).rejects.toThrow('not well-formed');
	expect(lines).toEqual(['a', 'b', 'c']);
});
