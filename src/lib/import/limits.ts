/** Beyond these a file is refused, by name and with the value it has. */
export const LIMITS = {
	/** Bytes of a file read whole, as formats must be that cannot be read piece by piece. */
	wholeFileBytes: 512 * 2 ** 20,
	/** Bytes that an archive may inflate to. */
	inflatedBytes: 1024 * 2 ** 20,
	/** How often an archive's part may be larger than it is packed. */
	inflationRatio: 200,
	/** Objects and arrays inside each other. */
	nesting: 64,
	/** Positions of one feature. */
	positions: 1_000_000,
	/** Characters of one cell or property. */
	cellCharacters: 1_000_000,
	/** Columns of a table. */
	columns: 1000,
} as const;
