import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { ATTRIBUTION_CODES, GRADING_CODES, type IncidentTable } from '../view/incident-table.ts';
import { ringOf } from '../view/symbol-tokens.ts';
import { RADIUS_STEPS } from './incident-shader.ts';

/** Bytes of a row, and where its parts begin. */
export const ROW_BYTES = 32;
export const ROW_OFFSETS = { position: 0, days: 16, codes: 24, offset: 28, radius: 30 } as const;

/** The code of the ring, by grading and attribution. */
const RING_CODES = GRADING_CODES.map((grading) =>
	ATTRIBUTION_CODES.map((attribution) => ATTRIBUTION_CODES.indexOf(ringOf(attribution, grading))),
);

/** The vertex buffer: uploaded once for a table, whatever the time or the filters. */
export function incidentRows(table: IncidentTable, symbols: IncidentSymbols): ArrayBuffer {
	const buffer = new ArrayBuffer(table.length * ROW_BYTES);
	const floats = new Float32Array(buffer);
	const bytes = new Uint8Array(buffer);
	for (let row = 0; row < table.length; row++) {
		const float = (row * ROW_BYTES) / 4;
		const x = symbols.x[row]!;
		const y = symbols.y[row]!;
		floats[float] = x;
		floats[float + 1] = y;
		floats[float + 2] = x - Math.fround(x);
		floats[float + 3] = y - Math.fround(y);
		floats[float + 4] = table.startDay[row]!;
		floats[float + 5] = table.endDay[row]!;
		const byte = row * ROW_BYTES + ROW_OFFSETS.codes;
		bytes[byte] = table.kind[row]!;
		bytes[byte + 1] = table.side[row]!;
		bytes[byte + 2] = RING_CODES[table.grading[row]!]![table.attribution[row]!]!;
		bytes[byte + 3] = table.layer?.[row] ?? 0;
		bytes[byte + 4] = symbols.offsetX[row]!;
		bytes[byte + 5] = symbols.offsetY[row]!;
		bytes[byte + 6] = Math.round(symbols.radius[row]! * RADIUS_STEPS);
	}
	return buffer;
}
