import type { Thing } from 'schema-dts';
import { type AddressOf, pageGraph, type PageFacts, scriptJson } from '../../lib/export/schema-org.ts';
import type { PageHead } from '../../lib/view/page-head.ts';
import { type CitationForms, citationForms } from './citation-forms.ts';

/** Where the site will stand: its absolute address with a slash at the end, or `null` where nobody told the build. */
export type SiteAddress = string | null;

/** Addresses as a page at `path` writes them: absolute where the site knows its own, else relative to the page. */
export function addressesFrom(path: string, site: SiteAddress): AddressOf {
	const depth = path.split('/').length - 1;
	const root = site ?? ('../'.repeat(depth) || './');
	return (target) => `${root}${target}`;
}

/** The head of a page. */
export function pageHead(page: PageFacts, things: readonly Thing[], site: SiteAddress): PageHead {
	const addressOf = addressesFrom(page.path, site);
	return {
		title: page.title,
		description: page.description,
		url: site === null ? null : addressOf(page.path),
		picture: addressOf(`${page.path}picture.png`),
		graph: scriptJson(pageGraph(page, things, addressOf)),
	};
}

/** How to cite a page. */
export function pageCitation({ path, title, changed }: PageFacts, site: SiteAddress): CitationForms {
	return citationForms({
		path: path.replace(/\/$/, ''),
		title,
		changed,
		url: site === null ? null : addressesFrom(path, site)(path),
	});
}
