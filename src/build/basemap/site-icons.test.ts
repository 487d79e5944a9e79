import { expect, test } from 'vitest';
import { distanceToIcon, SITE_ICONS } from './site-icons.ts';
import { sites } from './sites.ts';
import { sprite } from './sprite.ts';

test('every kind of site on the map has a symbol in the sprite', () => {
	const names = Object.keys(JSON.parse(sprite(1).json) as object);
	const kinds = [...new Set(sites().map(({ feature }) => feature.properties.kind))];
	expect(kinds.length).toBeGreaterThan(5);
	expect(kinds.map((kind) => `site-${kind}`).filter((name) => !names.includes(name))).toEqual([]);
});

test('distances are less than 0 inside, more outside, and known everywhere', () => {
	const square = SITE_ICONS['hospital']!;
	expect(distanceToIcon(square, 8, 8)).toBeLessThan(0);
	expect(distanceToIcon(square, 0, 8)).toBeCloseTo(2);
	for (const [kind, rings] of Object.entries(SITE_ICONS)) {
		for (let i = 0; i < 256; i++) {
			expect(distanceToIcon(rings, i % 16, Math.floor(i / 16)), `${kind} at ${i}`).not.toBeNaN();
		}
	}
});

test('a site known only roughly gets no symbol', () => {
	expect(sites().length).toBeGreaterThan(150);
	expect(sites().map(({ feature }) => feature.properties.name)).not.toContain('Abu Montazer al-Muhammadawi camp');
});
