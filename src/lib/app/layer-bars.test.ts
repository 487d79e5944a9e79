import { expect, test } from 'vitest';
import type { ImportedLayer } from '../ui/imported-layer.ts';
import { layerBars } from './layer-bars.ts';

const layer = (id: string, colour: ImportedLayer['style']['colour']) =>
	({ id, name: `${id}.csv`, style: { colour } }) as ImportedLayer;

test('bars by layer are named and painted as the layers are', () => {
	const table = { layer: Uint8Array.of(0, 2, 1), layers: ['ours', 'l1', 'l2'] };
	const bars = layerBars(table, [layer('l2', 2), layer('l1', 'side')], 'Ours')!;
	expect(bars.stack).toEqual({ codes: table.layer, count: 3 });
	expect(bars.meanings.map(({ name }) => name)).toEqual(['Ours', 'l1.csv', 'l2.csv']);
	expect(bars.meanings[2]!.fill).toMatch(/^light-dark\(#/);
	expect(new Set(bars.meanings.map(({ fill }) => fill)).size).toBe(3);
});

test('a single layer has nothing to be told apart from', () => {
	expect(layerBars({}, [], 'Ours')).toBeNull();
	expect(layerBars({ layer: new Uint8Array(1), layers: ['l1'] }, [layer('l1', 1)], 'Ours')).toBeNull();
});
