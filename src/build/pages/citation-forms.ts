import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { apaCitation, type Cited, cslItem } from '../../lib/export/cite.ts';

/** One citation in the forms that readers paste. */
export interface CitationForms {
	apa: string;
	bibtex: string;
	ris: string;
	csl: string;
}

plugins.config.get('@bibtex').format.useIdAsLabel = true;

/** A citation in every form we offer. */
export function citationForms(cited: Cited): CitationForms {
	const item = cslItem(cited);
	const cite = new Cite([item]);
	return {
		apa: apaCitation(item),
		bibtex: cite.format('bibtex').trim(),
		ris: cite.format('ris').trimStart(),
		csl: JSON.stringify([item], null, 2),
	};
}
