import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import ImportedCard from './ImportedCard.svelte';
import type { ImportedFacts, ImportedLayer } from './imported-layer.ts';
import { messagesOf } from './messages/messages.ts';

const m = messagesOf('en');

function html(original: ImportedFacts['original'], sources: readonly string[] = []): string {
	const layer = { id: 'l1', name: 'list.csv', format: 'table', style: { colour: 2 } } as ImportedLayer;
	const incident = incidentFixture('l1/7', 19_000);
	const record = { ...incident, properties: { ...incident.properties, claims: [] } };
	const { body } = render(ImportedCard, {
		props: {
			record,
			facts: { layer, number: 7, sources, original },
			actors: new Map(),
			language: 'en',
			m: m.layers,
			card: m.card,
			formats: m.importing.formats,
			vocabulary: m.vocabulary,
			onclose: () => undefined,
		},
	});
	return body.replaceAll(/<!--.*?-->/g, '');
}

test('a row says where it comes from, and that nobody judged it', () => {
	const body = html({ a: 'b' });
	expect(body).toContain('list.csv, row 7, Table');
	expect(body).toContain(m.layers.noClaims);
	expect(body).not.toContain(m.card.grading);
	expect(body).not.toContain(m.card.attribution);
});

test('what the row held is text, whatever it holds', () => {
	const body = html({ '<q>': '<img src=x onerror=alert(1)>', '\u202eb': '\u202ea', o: { a: [1, null] }, e: '' });
	expect(body).not.toMatch(/<img|<q>/);
	expect(body).toContain('&lt;img src=x onerror=alert(1)>');
	expect(body).toMatch(/<bdi[^>]*>\u202ea<\/bdi>/);
	expect(body).toContain('{"a":[1,null]}');
	expect(body).toContain(m.layers.emptyValue);
});

test('only addresses of the web are links, and tell their target nothing', () => {
	const body = html({ u: 'http://a.example/x', s: 'see https://b.example', j: 'javascript:alert(1)' }, [
		'data:text/html,x',
		'https://c.example/',
	]);
	expect([...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
		'https://c.example/',
		'http://a.example/x',
	]);
	expect(body.match(/rel="external noreferrer nofollow"/g)).toHaveLength(2);
});

test('a very long value is cut, and says by how much', () => {
	expect(html({ long: 'x'.repeat(2500) })).toContain(m.layers.moreCharacters(500));
});
