import { expect, test } from 'vitest';
import { checkGeojsonFile, fixGeojsonFile } from './geojson-file.ts';
import { fixGeojson } from './fix-geojson.ts';
import { validateGeojson } from './validate-geojson.ts';

const OPEN_RING = `{"type":"FeatureCollection","bbox":[0,0,9,9],"features":[{"type":"Feature","properties":{},
"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]}}]}`;
const nothing = () => undefined;

test('a file is found to have the problems of its text, and progress ends at its size', async () => {
	const file = new Blob([OPEN_RING]);
	const told: number[] = [];
	const checked = await checkGeojsonFile(file, (bytes) => told.push(bytes));
	expect(checked.problems).toEqual(validateGeojson(OPEN_RING));
	expect(checked.errors + checked.warnings).toBe(checked.problems.length);
	expect(checked.fixable).toBeGreaterThan(0);
	expect(checked.features).toBe(1);
	expect(told.at(-1)).toBe(file.size);
});

test('a fixed copy is the fixed text, and what is left in it is told', async () => {
	const { copy, checked } = await fixGeojsonFile(new Blob([OPEN_RING]), nothing);
	expect(await copy.text()).toBe(fixGeojson(OPEN_RING));
	expect(checked.problems).toEqual(validateGeojson(fixGeojson(OPEN_RING)));
	expect(checked.fixable).toBe(0);
});

test('nothing is offered to be fixed in what is not JSON, and its copy is the same', async () => {
	const broken = `${OPEN_RING.slice(0, -2)},{]}`;
	expect((await checkGeojsonFile(new Blob([broken]), nothing)).fixable).toBe(0);
	expect(await (await fixGeojsonFile(new Blob([broken]), nothing)).copy.text()).toBe(broken);
});

test('of very many problems the first are listed and all are counted', async () => {
	const feature = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[999,0]}}';
	const text = `{"type":"FeatureCollection","features":[${Array(1200).fill(feature).join()}]}`;
	const { problems, errors, warnings } = await checkGeojsonFile(new Blob([text]), nothing);
	expect(problems).toHaveLength(1000);
	expect(errors + warnings).toBeGreaterThanOrEqual(1200);
});
