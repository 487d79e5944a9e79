import { inflateSync } from 'fflate';
import { type GazetteerIndex, indexOf, KeyTable, keysOfRow, MATCH_TIERS } from './gazetteer-index.ts';
import type { GazetteerRow, PlaceRow } from './gazetteer-row.ts';
import { nameKey, normalizeName } from './normalize-name.ts';
import { DEGREES, groupStreams, KEY_GROUPS, PACKED_FORMAT, type PackedHead } from './packed-format.ts';
import { StreamReader } from './packed-streams.ts';

const NEWLINE = 10;
const [NAME_TIER, ALIAS_TIER] = [MATCH_TIERS.indexOf('name'), MATCH_TIERS.indexOf('alias')];

interface Packed {
	readonly head: PackedHead;
	readonly bytes: (stream: string) => Uint8Array;
}

/**
 * The index of what `packGazetteer` wrote, deflated: it answers as one built from the rows does. Takes a second or two, so
 * it is for a worker. Throws where the bytes are no such file.
 */
export function openGazetteer(deflated: Uint8Array): GazetteerIndex {
	const packed = parse(inflateSync(deflated));
	const { head } = packed;
	const others = JSON.parse(text(packed, 'others')) as GazetteerRow[];
	const names = lines(packed, 'names');
	const town = townReader(packed, names);
	const keys = new KeyTable();
	names.forEach((name, number) => {
		const key = nameKey(normalizeName(name));
		if (key !== '') keys.add(key, number, NAME_TIER);
	});
	for (const group of KEY_GROUPS) {
		const [countStream, keyStream] = groupStreams(group);
		const counts = new StreamReader(packed.bytes(countStream));
		const texts = lines(packed, keyStream);
		const tier = group === 'names' ? NAME_TIER : ALIAS_TIER;
		let at = 0;
		for (let number = 0; number < head.towns; number++) {
			for (let left = counts.number(); left > 0; left--) keys.add(texts[at++]!, number, tier);
		}
	}
	others.forEach((row, index) => {
		for (const [key, tier] of keysOfRow(row)) keys.add(key, head.towns + index, tier);
	});
	return indexOf(keys, (number) => others[number - head.towns] ?? town(number));
}

function parse(bytes: Uint8Array): Packed {
	const end = bytes.indexOf(NEWLINE);
	const line = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
	if (!line.startsWith(`{"format":"${PACKED_FORMAT}"`)) throw new Error('It is no packed gazetteer of this version');
	const head = JSON.parse(line) as PackedHead;
	let at = end + 1;
	const streams = new Map(head.streams.map(([name, length]) => [name, bytes.subarray(at, (at += length))]));
	if (at !== bytes.length) throw new Error('The packed gazetteer is not whole');
	return { head, bytes: (stream) => streams.get(stream)! };
}

function townReader(packed: Packed, names: readonly string[]): (number: number) => PlaceRow {
	const { head } = packed;
	const reader = (stream: string) => new StreamReader(packed.bytes(stream));
	const [ids, lngs, lats] = [reader('ids'), reader('lngs'), reader('lats')];
	const id = sums(head.towns, () => ids.number());
	const lng = sums(head.towns, () => lngs.signed());
	const lat = sums(head.towns, () => lats.signed());
	const [country, admin1, radius, population] = ['countries', 'admin1s', 'radii', 'populations'].map((stream) => {
		const numbers = reader(stream);
		return Uint32Array.from({ length: head.towns }, () => numbers.number());
	}) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
	return (number) => ({
		id: `geonames-${id[number]!}`,
		name: names[number]!,
		kind: 'town',
		country: head.countries[country[number]! - 1] ?? null,
		admin1: head.admin1s[admin1[number]! - 1] ?? null,
		position: [lng[number]! / DEGREES, lat[number]! / DEGREES],
		uncertaintyKm: head.radii[radius[number]! - 1]!,
		area: null,
		population: population[number]!,
		origin: 'geonames',
	});
}

/** Numbers of which each is written from the one before. */
function sums(count: number, next: () => number): Int32Array {
	let sum = 0;
	return Int32Array.from({ length: count }, () => (sum += next()));
}

function text(packed: Packed, stream: string): string {
	return new TextDecoder().decode(packed.bytes(stream));
}

function lines(packed: Packed, stream: string): string[] {
	const whole = text(packed, stream);
	return whole === '' ? [] : whole.split('\n');
}
