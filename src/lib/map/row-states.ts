/** What a row is to the shader, one byte each. The lowest bit says that it passes the filters. */
export const ROW_STATES = {
	/** No place for a symbol. */
	none: 0,
	passes: 1,
	/** Has a place, but the filters leave it out. */
	excluded: 2,
	/** Passes, and stands beside its place as part of an opened stack. */
	fanned: 3,
} as const;
