import { createExpression, type ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { GEO_PRECISIONS, keysOf } from '../model/vocabulary.ts';
import { SIDE_CODES } from '../view/incident-table.ts';
import { LAYER_COLOURS, PALETTE_SLOTS } from '../view/layer-style.ts';
import { SIDE_COLOURS } from '../view/symbol-tokens.ts';
import { areaLayers, areaStrength, hatchImage } from './area-layers.ts';

const precisions = keysOf(GEO_PRECISIONS);

test.each(precisions)(
	'areas on one another, known to a %s, grow stronger and together stay translucent',
	(precision) => {
		const together = (count: number) => 1 - (1 - areaStrength(count, precision)) ** count;
		expect(together(3)).toBeGreaterThan(together(1));
		expect(together(200)).toBeLessThan(0.36);
	},
);

test('the wider an area, the fainter', () => {
	const strengths = precisions.map((precision) => areaStrength(1, precision));
	expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
});

test.each(['light', 'dark'])('every side and every colour of a layer has its hatching, %s', (theme) => {
	for (const colour of [...SIDE_CODES, ...PALETTE_SLOTS.map((slot) => `layer-${slot}`)]) {
		const image = hatchImage(`hatch-${theme}-${colour}`);
		const opacity = [...image!.data].filter((_, index) => index % 4 === 3);
		expect(Math.max(...opacity)).toBe(255);
		expect(Math.min(...opacity)).toBe(0);
	}
});

test('a name that is no hatching has no image', () => {
	expect(hatchImage('hatch-dark-nobody')).toBeNull();
	expect(hatchImage('hatch-dark-constructor')).toBeNull();
	expect(hatchImage('city-dark')).toBeNull();
});

test('an imported line is no area, and what has a colour of its own is not painted by side', () => {
	const layers = Object.fromEntries(areaLayers('light').map((layer) => [layer.id, layer]));
	const isDrawn = (id: string, type: 'LineString' | 'Polygon') => {
		const { filter } = layers[id] as { filter?: ExpressionSpecification };
		const isPassed = filter ? createExpression(filter, 'layers[0].filter') : null;
		if (isPassed?.result === 'error') throw new Error(isPassed.value[0]!.message);
		return isPassed ? isPassed.value.evaluate({ zoom: 5 }, { type, properties: {} }) : true;
	};
	expect(['area-fill', 'area-hatch', 'area-line'].map((id) => isDrawn(id, 'LineString'))).toEqual([false, false, true]);
	expect(['area-fill', 'area-hatch', 'area-line'].map((id) => isDrawn(id, 'Polygon'))).toEqual([true, true, true]);
	const fill = layers['area-fill']!.paint!['fill-color' as never] as ExpressionSpecification;
	const colour = createExpression(fill, 'layers[0].paint.fill-color');
	if (colour.result === 'error') throw new Error(colour.value[0]!.message);
	const painted = (properties: Record<string, unknown>) =>
		colour.value.evaluate({ zoom: 5 }, { type: 'Polygon', properties }) as string;
	expect(painted({ side: 'iran', colour: 'layer-2' })).toBe(LAYER_COLOURS.light[2]);
	expect(painted({ side: 'iran' })).toBe(SIDE_COLOURS.light.iran);
});

test('no area layer marks the middle of its area', () => {
	expect(new Set(areaLayers('dark').map((layer) => layer.type))).toEqual(new Set(['fill', 'line']));
});
