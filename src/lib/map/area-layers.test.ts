import { expect, test } from 'vitest';
import { GEO_PRECISIONS, keysOf } from '../model/vocabulary.ts';
import { SIDE_CODES } from '../view/incident-table.ts';
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

test.each(['light', 'dark'])('every side has its hatching, %s', (theme) => {
	for (const side of SIDE_CODES) {
		const image = hatchImage(`hatch-${theme}-${side}`);
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

test('no area layer marks the middle of its area', () => {
	expect(new Set(areaLayers('dark').map((layer) => layer.type))).toEqual(new Set(['fill', 'line']));
});
