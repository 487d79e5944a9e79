import { expect, test } from 'vitest';
import { drawLocator } from './draw-locator.ts';
import { PAGE_LOOK } from './locator-look.ts';
import { recordSubject } from './locator-subjects.ts';
import { pageAtlas } from './page-atlas.ts';

const atlas = pageAtlas();

async function mapOf(id: string) {
	return (await drawLocator(atlas.root, recordSubject(atlas.featureById.get(id)!, atlas), PAGE_LOOK))!;
}

test('a town is a symbol in the middle, with its name, other towns, a scale and where that is', async () => {
	const map = await mapOf('2024-07-30-musayib-strike');
	expect(map.marks).toHaveLength(1);
	expect(map.marks[0]).toMatchObject({ x: 200, y: 160 });
	expect(map.areas).toEqual([]);
	expect(map.labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Musayib', 'Baghdad', 'Najaf']));
	expect(map.labels.filter(({ kind }) => kind === 'subject')).toHaveLength(1);
	expect(map.scaleBar.km).toBe(50);
	expect(map.inset).not.toBeNull();
});

test('what is known only as a country or a region is its outline, without any point', async () => {
	for (const id of ['2019-07-iraq-weapons-depot-bombing', '2023-10-17-gaza-hospital-blast']) {
		const map = await mapOf(id);
		expect(map.marks).toEqual([]);
		expect(map.areas).toHaveLength(1);
		expect(map.areas[0]).toMatch(/^M/);
	}
});

test('around Gaza both names stand, and the open lines are dashed', async () => {
	const map = await mapOf('2023-10-17-gaza-hospital-blast');
	const countries = map.labels.filter(({ kind }) => kind === 'country').map(({ text }) => text);
	expect(countries).toEqual(expect.arrayContaining(['Israel', 'Palestine']));
	expect(map.disputedBorders).not.toBe('');
});

test('what has no place has no map', async () => {
	expect(await drawLocator(atlas.root, { points: [], areas: [] }, PAGE_LOOK)).toBeNull();
	const statement = atlas.featureById.get('2020-01-pmf-threats-to-expel-us')!;
	expect(recordSubject(statement, atlas)).toEqual({ points: [], areas: [] });
});

test('no map weighs more than a page can bear', async () => {
	for (const record of atlas.features) {
		const map = await drawLocator(atlas.root, recordSubject(record, atlas), PAGE_LOOK);
		expect(JSON.stringify(map).length, record.id).toBeLessThan(30_000);
	}
});

test('no area is drawn where the layer holds a point, and no point where it holds an area', () => {
	for (const record of atlas.features) {
		const { points, areas } = recordSubject(record, atlas);
		expect(points.length === 0 || areas.length === 0).toBe(true);
		expect(areas.length === 1, record.id).toBe(atlas.areas.has(record.id));
	}
});
