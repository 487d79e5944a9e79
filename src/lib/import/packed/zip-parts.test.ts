import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { inflatePart, zipParts } from './zip-parts.ts';

const names = (bytes: Uint8Array) => [...zipParts(bytes).keys()];
const inflated = (bytes: Uint8Array, budget = LIMITS.inflatedBytes) =>
	[...zipParts(bytes).values()].map((part) => Buffer.concat([...inflatePart(part, { bytes: budget })]).toString());

/** The archive with a number put into each entry of its directory, at an offset from the entry's start. */
function changed(bytes: Uint8Array, offset: number, value: number, size: 2 | 4): Uint8Array {
	const copy = bytes.slice();
	const view = new DataView(copy.buffer);
	for (let at = 0; at + 46 < copy.length; at++) {
		if (view.getUint32(at, true) !== 0x02014b50) continue;
		if (size === 2) view.setUint16(at + offset, value, true);
		else view.setUint32(at + offset, value, true);
	}
	return copy;
}
const plain = zipSync({ 'doc.kml': strToU8('<kml/>'.repeat(50)), 'b/c.txt': [strToU8('stored'), { level: 0 }] });

test('parts are found and inflated', () => {
	expect(names(plain)).toEqual(['doc.kml', 'b/c.txt']);
	expect(inflated(plain)).toEqual(['<kml/>'.repeat(50), 'stored']);
});

test.each(['../doc.kml', 'a/../../b', '/etc/doc.kml', 'C:\\doc.kml', '..\\doc.kml', 'a\0.kml'])(
	'a part named %j leads out of the archive',
	(name) => {
		expect(() => zipParts(zipSync({ [name]: strToU8('x') }))).toThrow('leads out of it');
	},
);

test('dots within a name lead nowhere', () => {
	expect(names(zipSync({ 'a..b/..c/d...kml': strToU8('x') }))).toHaveLength(1);
});

test.each([
	['encrypted', changed(plain, 8, 1, 2), '"doc.kml" in the archive is encrypted'],
	['strongly encrypted', changed(plain, 8, 0x41, 2), 'is encrypted'],
	['packed in another way', changed(plain, 10, 12, 2), '"doc.kml" is packed by method 12'],
	['of the longer form', changed(plain, 24, 0xffffffff, 4), 'ZIP64'],
	['cut off', plain.subarray(0, plain.length - 30), 'no directory at its end'],
	[
		'said to be huge',
		changed(plain, 24, 0x7fffffff, 4),
		'says that it inflates to 2048 MB or more, and at most 1024 MB',
	],
	['empty', new Uint8Array(0), 'no directory at its end'],
])('an archive that is %s is refused', (_, bytes, reason) => {
	expect(() => zipParts(bytes)).toThrow(ImportError);
	expect(() => zipParts(bytes)).toThrow(reason);
});

test('two parts of one name are refused', () => {
	const twice = zipSync({ 'a.kml': strToU8('1'), 'b.kml': strToU8('2') });
	const name = Buffer.from(twice).lastIndexOf('b.kml');
	twice[name] = 'a'.charCodeAt(0);
	expect(() => zipParts(twice)).toThrow('two parts named "a.kml"');
});

test('a part that inflates beyond what its packed size, its budget or its directory says is refused', () => {
	const bomb = zipSync({ 'doc.kml': new Uint8Array(2 ** 23) }, { level: 9 });
	expect(() => inflated(bomb)).toThrow(`inflates to more than ${LIMITS.inflationRatio} times its`);
	const large = zipSync({ 'doc.kml': new Uint8Array(2 ** 17) });
	expect(() => inflated(large, 1000)).toThrow('inflates to more than 1024 MB');
	expect(() => inflated(changed(plain, 24, 7, 4))).toThrow('has 300 bytes where its directory says 7');
});
