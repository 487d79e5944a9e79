import { byCodePoint } from '../model/code-point-order.ts';
import { keysOfRow, MATCH_TIERS } from './gazetteer-index.ts';
import type { GazetteerRow } from './gazetteer-row.ts';
import { nameKey, normalizeName } from './normalize-name.ts';
import { DEGREES, groupStreams, KEY_GROUPS, type KeyGroup, PACKED_FORMAT, type PackedHead } from './packed-format.ts';
import { StreamWriter } from './packed-streams.ts';

interface Town {
	readonly row: GazetteerRow;
	/** Number in GeoNames. */
	readonly id: number;
}

const GEONAMES_ID = /^geonames-([1-9]\d{0,8})$/;
const NAME_TIER = MATCH_TIERS.indexOf('name');
const encoder = new TextEncoder();

/** The places and every key they are found by as one file, to be deflated for `openGazetteer`; see `PackedHead`. */
export function packGazetteer(rows: readonly GazetteerRow[]): Uint8Array {
	const towns = rows.flatMap((row) => townOf(row) ?? []).sort((a, b) => a.id - b.id);
	const others = rows.filter((row) => townOf(row) === null);
	const { lists, streams: ofTowns } = packTowns(towns);
	const streams = new Map<string, Uint8Array>([
		['others', encoder.encode(JSON.stringify(others))],
		...ofTowns,
		...packKeys(towns),
	]);
	const head: PackedHead = {
		format: PACKED_FORMAT,
		towns: towns.length,
		...lists,
		streams: [...streams].map(([name, bytes]) => [name, bytes.length]),
	};
	const file = new StreamWriter();
	file.bytes(encoder.encode(`${JSON.stringify(head)}\n`));
	for (const bytes of streams.values()) file.bytes(bytes);
	return file.written();
}

/** `null` for a place that is more than a town of the list, and so is kept whole. */
function townOf(row: GazetteerRow): Town | null {
	const { origin, kind, area, hints, name, position } = row;
	const id = GEONAMES_ID.exec(row.id)?.[1];
	if (id === undefined || origin !== 'geonames' || kind !== 'town' || area !== null || hints.length > 0) return null;
	const isExact = position.every((degrees) => Math.round(degrees * DEGREES) / DEGREES === degrees);
	return isExact && !name.includes('\n') ? { row, id: Number(id) } : null;
}

function packTowns(towns: readonly Town[]) {
	const [countries, admin1s, radii] = [new ListOf<string>(), new ListOf<string>(), new ListOf<number>()];
	const streams = {
		ids: new StreamWriter(),
		countries: new StreamWriter(),
		admin1s: new StreamWriter(),
		radii: new StreamWriter(),
		populations: new StreamWriter(),
		lngs: new StreamWriter(),
		lats: new StreamWriter(),
	};
	let [lastId, lastLng, lastLat] = [0, 0, 0];
	for (const { row, id } of towns) {
		streams.ids.number(id - lastId);
		streams.countries.number(countries.codeOf(row.country));
		streams.admin1s.number(admin1s.codeOf(row.admin1));
		streams.radii.number(radii.codeOf(row.uncertaintyKm));
		streams.populations.number(row.population);
		const [lng, lat] = [Math.round(row.position[0] * DEGREES), Math.round(row.position[1] * DEGREES)];
		streams.lngs.signed(lng - lastLng);
		streams.lats.signed(lat - lastLat);
		[lastId, lastLng, lastLat] = [id, lng, lat];
	}
	const names = towns.map(({ row }) => row.name).join('\n');
	return {
		lists: { countries: countries.values, admin1s: admin1s.values, radii: radii.values },
		streams: [
			['names', encoder.encode(names)] as const,
			...Object.entries(streams).map(([name, stream]) => [name, stream.written()] as const),
		],
	};
}

function packKeys(towns: readonly Town[]): (readonly [string, Uint8Array])[] {
	const counts = new Map(KEY_GROUPS.map((group) => [group, new StreamWriter()]));
	const texts = new Map(KEY_GROUPS.map((group) => [group, [] as string[]]));
	for (const { row } of towns) {
		const own = nameKey(normalizeName(row.name));
		const keys = [...keysOfRow(row)].filter(([key]) => key !== own).sort((a, b) => byCodePoint(a[0], b[0]));
		for (const group of KEY_GROUPS) {
			const held = keys.filter(([key, tier]) => groupOf(key, tier) === group).map(([key]) => key);
			counts.get(group)!.number(held.length);
			texts.get(group)!.push(...held);
		}
	}
	return KEY_GROUPS.flatMap((group) => {
		const [countStream, keyStream] = groupStreams(group);
		return [
			[countStream, counts.get(group)!.written()] as const,
			[keyStream, encoder.encode(texts.get(group)!.join('\n'))] as const,
		];
	});
}

function groupOf(key: string, tier: number): KeyGroup {
	if (tier === NAME_TIER) return 'names';
	const letter = key.codePointAt(0)!;
	if (letter < 0x250) return 'latin';
	if (letter >= 0x400 && letter < 0x530) return 'cyrillic';
	if (letter >= 0x600 && letter < 0x780) return 'arabic';
	return letter >= 0x3000 ? 'eastern' : 'other';
}

/** Values by number, 0 being `null`. */
class ListOf<T> {
	readonly values: T[] = [];
	readonly #codes = new Map<T, number>();

	codeOf(value: T | null): number {
		if (value === null) return 0;
		let code = this.#codes.get(value);
		if (code === undefined) {
			code = this.values.push(value);
			this.#codes.set(value, code);
		}
		return code;
	}
}
