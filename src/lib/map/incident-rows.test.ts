import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { incidentSymbols, mercatorX, mercatorY } from '../view/incident-symbols.ts';
import { buildIncidentTable, KIND_CODES, SIDE_CODES } from '../view/incident-table.ts';
import { incidentRows, ROW_BYTES, ROW_OFFSETS } from './incident-rows.ts';

test('a row keeps its place to a millionth of a metre, its days, codes and offset', () => {
	const features = ['a', 'b'].map((id) => incidentFixture(id, -40, 19_005, { kind: 'explosion', side: 'iran' }));
	const table = { ...buildIncidentTable(features), layer: Uint8Array.of(0, 7) };
	const view = new DataView(incidentRows(table, incidentSymbols(table)), ROW_BYTES);
	const float = (index: number) => view.getFloat32(ROW_OFFSETS.position + 4 * index, true);
	const byte = (offset: number) => view.getUint8(offset);
	expect(Math.abs(float(0) + float(2) - mercatorX(42.4)) * 4e7).toBeLessThan(1e-6);
	expect(Math.abs(float(1) + float(3) - mercatorY(33.8)) * 4e7).toBeLessThan(1e-6);
	expect([float(4), float(5)]).toEqual([-40, 19_005]);
	expect(KIND_CODES[byte(ROW_OFFSETS.codes)]).toBe('explosion');
	expect(SIDE_CODES[byte(ROW_OFFSETS.codes + 1)]).toBe('iran');
	expect(byte(ROW_OFFSETS.codes + 3)).toBe(7);
	expect(view.getInt8(ROW_OFFSETS.offset + 1)).toBeGreaterThan(5);
	expect(byte(ROW_OFFSETS.radius) / 12).toBeCloseTo(6.75, 1);
});
