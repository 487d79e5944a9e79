import { expect, test } from 'vitest';
import { bandPaths } from './band-paths.ts';
import { weekStart } from './iso-week.ts';

const first = 2800;
const scale = { domain: [weekStart(first), weekStart(first + 4) - 1] as const, width: 280 };
const band = { first, low: Int32Array.of(1, 0, 0, 2), high: Int32Array.of(1, 0, 3, 2) };

test('bars stand in their weeks, the certain apart from the possible, and nothing between them', () => {
	const { ceiling, low, band: between } = bandPaths(band, scale, 105, false);
	expect(ceiling).toBe(5);
	expect(low).toBe('M0 105h69V85h-69zM210 105h69V65h-69z');
	expect(between).toBe('M140 105h69V45h-69z');
});

test('arrows mark what is open above, a line on the ground what has no figure', () => {
	const paths = bandPaths({ ...band, isOpen: (at) => at === 3, isUnknown: (at) => at === 1 }, scale, 105, true);
	expect(paths.open).toMatch(/^M241\.5 [\d.]+l3 -3l3 3$/);
	expect(paths.unknown).toBe('M70 103h69');
	expect(paths.ceiling).toBe(10);
	const nothing = { first, low: Int32Array.of(0), high: Int32Array.of(0), isUnknown: () => true };
	expect(bandPaths(nothing, scale, 105, true).unknown).toBe('M0 103h69');
	expect(bandPaths({ ...nothing, isOpen: () => true }, scale, 105, true).open).toBe('M31.5 103l3 -3l3 3');
});

test('weeks out of sight and an empty band draw nothing', () => {
	const later = { ...scale, domain: [weekStart(first + 10), weekStart(first + 20)] as const };
	expect(bandPaths(band, later, 105, false).low).toBe('');
	expect(bandPaths({ first, low: Int32Array.of(0), high: Int32Array.of(0) }, scale, 105, true)).toMatchObject({
		ceiling: 0,
		low: '',
	});
});
