/** The array with room for more. */
export function grown<Values extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
	array: Values,
	length: number,
): Values {
	const longer = new (array.constructor as new (length: number) => Values)(length);
	longer.set(array);
	return longer;
}
