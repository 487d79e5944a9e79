import { expect, test } from 'vitest';
import { pageGraph, scriptJson } from './schema-org.ts';

const hostile = '</script><script>alert(1)</script><!-- & \u2028';
const page = { path: 'record/x/', title: hostile, description: hostile, changed: null, above: [], about: 'record' };

test('no text can end the script element, and none is changed for who reads it as JSON', () => {
	const graph = pageGraph(page, [], (path) => `../../${path}`);
	const text = scriptJson(graph);
	expect(text).not.toMatch(/[<>&\u2028]/);
	expect(JSON.parse(text)).toEqual(graph);
});

test('the trail leads from the site over what lies above to the page', () => {
	const above = [{ path: 'method/', title: 'Method' }];
	const graph = pageGraph({ ...page, above }, [], (path) => `https://atlas.example/${path}`);
	const trail = graph['@graph'][1] as unknown as { itemListElement: { position: number; item: string }[] };
	expect(trail.itemListElement.map(({ position, item }) => [position, item])).toEqual([
		[1, 'https://atlas.example/'],
		[2, 'https://atlas.example/method/'],
		[3, 'https://atlas.example/record/x/'],
	]);
});
