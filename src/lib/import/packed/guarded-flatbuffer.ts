/** Something in the bytes points out of them, or says more than there is room for. */
export class BrokenBytes extends Error {
	override readonly name = 'BrokenBytes';
}

const LONGEST_TEXT = 2 ** 24;

/**
 * A table of a FlatBuffer, each field found through the table's own list of offsets. Everything is read through one view
 * that does not reach beyond its bytes, and counts are held against the bytes that are left. Throws `BrokenBytes`.
 */
export class FlatTable {
	readonly #view: DataView;
	readonly #at: number;
	readonly #fields: number;
	readonly #fieldBytes: number;

	constructor(view: DataView, at: number) {
		this.#view = view;
		this.#at = at;
		this.#fields = at - within(view, at, 4).getInt32(at, true);
		this.#fieldBytes = within(view, this.#fields, 4).getUint16(this.#fields, true);
		within(view, this.#fields, this.#fieldBytes);
	}

	/** The table that a buffer without a size before it is about. */
	static root(view: DataView): FlatTable {
		return new FlatTable(view, within(view, 0, 4).getUint32(0, true));
	}

	/** Number of a field, as in the schema, from 0. */
	byte(field: number, missing = 0): number {
		const at = this.#find(field, 1);
		return at === null ? missing : this.#view.getUint8(at);
	}

	short(field: number, missing = 0): number {
		const at = this.#find(field, 2);
		return at === null ? missing : this.#view.getInt16(at, true);
	}

	unsignedShort(field: number, missing = 0): number {
		const at = this.#find(field, 2);
		return at === null ? missing : this.#view.getUint16(at, true);
	}

	int(field: number, missing = 0): number {
		const at = this.#find(field, 4);
		return at === null ? missing : this.#view.getInt32(at, true);
	}

	/** Beyond 2^53 it is not exact, which no count or offset in a file comes near. */
	long(field: number, missing = 0): number {
		const at = this.#find(field, 8);
		return at === null ? missing : Number(this.#view.getBigInt64(at, true));
	}

	text(field: number): string | null {
		const vector = this.#vector(field, 1);
		if (vector === null) return null;
		if (vector.count > LONGEST_TEXT) throw new BrokenBytes(`a text of ${vector.count} bytes`);
		return new TextDecoder().decode(bytesOf(this.#view, vector.at, vector.count));
	}

	table(field: number): FlatTable | null {
		const at = this.#find(field, 4);
		return at === null ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
	}

	tables(field: number): FlatTable[] {
		const vector = this.#vector(field, 4);
		return Array.from({ length: vector?.count ?? 0 }, (_, index) => {
			const at = vector!.at + index * 4;
			return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
		});
	}

	/** The bytes of a vector whose elements are `size` bytes long; `null` where it is missing. */
	elements(field: number, size: number): DataView | null {
		const vector = this.#vector(field, size);
		if (vector === null) return null;
		return new DataView(this.#view.buffer, this.#view.byteOffset + vector.at, vector.count * size);
	}

	#vector(field: number, size: number): { at: number; count: number } | null {
		const at = this.#find(field, 4);
		if (at === null) return null;
		const start = at + this.#view.getUint32(at, true);
		const count = within(this.#view, start, 4).getUint32(start, true);
		within(this.#view, start + 4, count * size);
		return { at: start + 4, count };
	}

	#find(field: number, bytes: number): number | null {
		const entry = 4 + field * 2;
		if (entry + 2 > this.#fieldBytes) return null;
		const offset = this.#view.getUint16(this.#fields + entry, true);
		if (offset === 0) return null;
		within(this.#view, this.#at + offset, bytes);
		return this.#at + offset;
	}
}

/** The view, if it holds these bytes. */
function within(view: DataView, at: number, length: number): DataView {
	if (at < 0 || at + length > view.byteLength) {
		throw new BrokenBytes(`byte ${at} to ${at + length} of ${view.byteLength}`);
	}
	return view;
}

function bytesOf(view: DataView, at: number, length: number): Uint8Array {
	return new Uint8Array(view.buffer, view.byteOffset + at, length);
}
