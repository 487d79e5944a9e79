import { BrokenBytes } from './guarded-flatbuffer.ts';
import { LIMITS } from '../limits.ts';

type Thrift = number | boolean | Uint8Array | Thrift[] | ThriftStruct;

/** Fields of a struct by their numbers. */
export type ThriftStruct = ReadonlyMap<number, Thrift>;

/** Types of the compact protocol. */
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12];
const LONGEST_NUMBER = 10;

/**
 * Reads a struct of Thrift's compact protocol, as Parquet has it before each page and at its end: each number at most 64
 * bits long, each list no longer than the bytes that are left, nesting up to the limit. Throws `BrokenBytes`.
 */
export function readThrift(view: DataView, from: number): { struct: ThriftStruct; end: number } {
	let at = from;
	const need = (bytes: number) => {
		if (bytes > view.byteLength - at) throw new BrokenBytes(`byte ${at} to ${at + bytes} of ${view.byteLength}`);
		at += bytes;
		return at - bytes;
	};
	const varint = () => {
		let value = 0n;
		for (let index = 0; index < LONGEST_NUMBER; index++) {
			const byte = view.getUint8(need(1));
			value |= BigInt(byte & 0x7f) << BigInt(index * 7);
			if ((byte & 0x80) === 0) return BigInt.asUintN(64, value);
		}
		throw new BrokenBytes(`a number of more than ${LONGEST_NUMBER} bytes`);
	};
	const signed = () => {
		const value = varint();
		return Number((value >> 1n) ^ -(value & 1n));
	};
	const element = (type: number, depth: number): Thrift => {
		if (depth > LIMITS.nesting) throw new BrokenBytes(`nesting deeper than ${LIMITS.nesting}`);
		switch (type) {
			case TRUE:
				return true;
			case FALSE:
				return false;
			case BYTE:
				return view.getInt8(need(1));
			case I16:
			case I32:
			case I64:
				return signed();
			case DOUBLE:
				return view.getFloat64(need(8), true);
			case BINARY: {
				const length = Number(varint());
				return new Uint8Array(view.buffer, view.byteOffset + need(length), length);
			}
			case LIST: {
				const head = view.getUint8(need(1));
				const count = head >> 4 === 15 ? Number(varint()) : head >> 4;
				const of = head & 15;
				if (count > view.byteLength - at) throw new BrokenBytes(`a list of ${count}`);
				// Truth values of a list take a byte each.
				return Array.from({ length: count }, () => element(of === TRUE || of === FALSE ? BYTE : of, depth + 1));
			}
			case STRUCT:
				return struct(depth + 1);
			default:
				throw new BrokenBytes(`a value of type ${type}`);
		}
	};
	const struct = (depth: number): ThriftStruct => {
		const fields = new Map<number, Thrift>();
		let number = 0;
		for (;;) {
			const head = view.getUint8(need(1));
			if ((head & 15) === 0) return fields;
			number = head >> 4 === 0 ? signed() : number + (head >> 4);
			fields.set(number, element(head & 15, depth));
		}
	};
	return { struct: struct(0), end: at };
}

/** A number of a struct; `missing` where there is none. */
export function numberOf(struct: ThriftStruct, field: number, missing = 0): number {
	const value = struct.get(field);
	return typeof value === 'number' ? value : missing;
}

/** A struct in a struct. */
export function structOf(struct: ThriftStruct, field: number): ThriftStruct | null {
	const value = struct.get(field);
	return value instanceof Map ? value : null;
}
