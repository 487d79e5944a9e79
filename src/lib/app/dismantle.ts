/** Stands in a dismantled value where one of its arrays was. */
interface Gap {
	readonly array: number;
}

/** A value that holds typed arrays, without them: they are kept one by one, as a single entry would be too large. */
export interface Dismantled {
	readonly frame: unknown;
	readonly arrays: ArrayBufferView<ArrayBuffer>[];
}

/** Takes the typed arrays out of plain objects and arrays. */
export function dismantle(value: unknown): Dismantled {
	const places = new Map<ArrayBufferView<ArrayBuffer>, number>();
	let met = 0;
	const placeOf = (array: ArrayBufferView<ArrayBuffer>): number => {
		met++;
		if (!places.has(array)) places.set(array, places.size);
		return places.get(array)!;
	};
	const without = (part: unknown): unknown => {
		if (ArrayBuffer.isView(part)) return { array: placeOf(part as ArrayBufferView<ArrayBuffer>) } satisfies Gap;
		if (!isObject(part)) return { value: part };
		const before = met;
		const rest = Array.isArray(part)
			? { list: part.map(without) }
			: { fields: Object.entries(part).map(([name, field]) => [name, without(field)] as const) };
		return met === before ? { value: part } : rest;
	};
	const frame = without(value);
	return { frame, arrays: [...places.keys()] };
}

type Frame =
	| Gap
	| { readonly list: readonly Frame[] }
	| { readonly value: unknown }
	| { readonly fields: readonly (readonly [string, Frame])[] };

/** Puts them back. */
export function assemble({ frame, arrays }: Dismantled): unknown {
	const whole = (part: Frame): unknown => {
		if ('array' in part) return arrays[part.array];
		if ('list' in part) return part.list.map(whole);
		if ('fields' in part) return Object.fromEntries(part.fields.map(([name, field]) => [name, whole(field)]));
		return part.value;
	};
	return whole(frame as Frame);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
