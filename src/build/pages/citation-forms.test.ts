import { Cite } from '@citation-js/core';
import { expect, test } from 'vitest';
import { citationForms } from './citation-forms.ts';

const cited = {
	path: 'record/2024-07-30-musayib-strike',
	title: 'Strike on a base & its “store”, 50% of {it}',
	changed: '2026-11-20',
	url: 'https://atlas.example/record/2024-07-30-musayib-strike/',
};

test('APA names author, date of the data, title, form and address', () => {
	expect(citationForms({ ...cited, title: 'US airstrike at Musayib' }).apa).toBe(
		'Escalation Atlas. (2026, November 20). US airstrike at Musayib [Data set]. https://atlas.example/record/2024-07-30-musayib-strike/',
	);
	expect(citationForms({ path: 'place/baghdad', title: 'Baghdad', changed: null, url: null }).apa).toBe(
		'Escalation Atlas. (n.d.). Baghdad.',
	);
});

test.each(['bibtex', 'ris', 'csl'] as const)('%s read back by a parser says the same', (form) => {
	const [read] = new Cite(citationForms(cited)[form]).data;
	expect(read).toMatchObject({ title: cited.title, URL: cited.url, issued: { 'date-parts': [[2026, 11, 20]] } });
	expect(Object.values((read!['author'] as [object])[0])).toEqual(['Escalation Atlas']);
});

test('one and the same text on every day', () => {
	expect(citationForms(cited)).toEqual(citationForms({ ...cited }));
	expect(citationForms(cited).ris).toMatch(/^TY {2}- DATA\n[\s\S]*ER {2}- \n?$/);
});
