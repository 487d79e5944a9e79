/** A value of a foreign file, kept as it was. */
type OriginalValue = string | number | boolean | null | readonly OriginalValue[] | OriginalObject;

/** A row of a foreign file, by column, or a feature's properties. */
export interface OriginalObject {
	readonly [name: string]: OriginalValue;
}
