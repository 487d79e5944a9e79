import { createHash } from 'node:crypto';

/** The namespace of our entries, made once at random. Another one would show every entry to every reader again. */
const NAMESPACE = Buffer.from('5c0f4a6e7b1d4f0e9a3c2d8e6f7a1b40', 'hex');

/** A UUID that follows from a name alone (RFC 9562, version 5). */
export function nameUuid(name: string): string {
	const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x50;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
