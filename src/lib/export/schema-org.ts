import type { BreadcrumbList, Dataset, Graph, Thing, WebPage } from 'schema-dts';

/** Address of a path below the root of the site: absolute where the site knows its own, else relative to the page. */
export type AddressOf = (path: string) => string;

/** What a page says of itself to machines. */
export interface PageFacts {
	/** Path below the root of the site. */
	readonly path: string;
	readonly title: string;
	readonly description: string;
	/** ISO date of the latest change on file. */
	readonly changed: string | null;
	/** The pages above it, from the top. */
	readonly above: readonly { readonly path: string; readonly title: string }[];
	/** What the page is about, among `things`: the part of its `@id` behind the `#`. */
	readonly about: string | null;
}

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const ATLAS = 'Escalation Atlas';
const LAYERS = ['incidents', 'areas', 'links', 'places', 'routes', 'statements', 'aggregates'] as const;

/** The page, its place in the site, and what it is about, as one graph of schema.org. */
export function pageGraph(page: PageFacts, things: readonly Thing[], addressOf: AddressOf): Graph {
	const url = addressOf(page.path);
	const webPage: WebPage = {
		'@type': 'WebPage',
		'@id': url,
		url,
		name: page.title,
		description: page.description,
		inLanguage: 'en',
		license: LICENCE,
		isPartOf: { '@type': 'WebSite', '@id': addressOf(''), name: ATLAS, url: addressOf('') },
		...(page.changed === null ? {} : { dateModified: page.changed }),
		...(page.about === null ? {} : { mainEntity: { '@id': `#${page.about}` } }),
	};
	const trail: BreadcrumbList = {
		'@type': 'BreadcrumbList',
		itemListElement: [{ path: '', title: ATLAS }, ...page.above, page].map(({ path, title }, i) => ({
			'@type': 'ListItem',
			position: i + 1,
			name: title,
			item: addressOf(path),
		})),
	};
	return { '@context': 'https://schema.org', '@graph': [webPage, trail, ...things] };
}

/** The atlas as a data set, with its layers to download. */
export function atlasDataset(description: string, span: string, addressOf: AddressOf): Dataset {
	return {
		'@type': 'Dataset',
		'@id': `${addressOf('')}#dataset`,
		name: ATLAS,
		description,
		url: addressOf(''),
		license: LICENCE,
		isAccessibleForFree: true,
		inLanguage: 'en',
		temporalCoverage: span,
		creator: { '@type': 'Organization', name: ATLAS, url: addressOf('') },
		measurementTechnique: addressOf('method/'),
		distribution: LAYERS.map((layer) => ({
			'@type': 'DataDownload',
			name: layer,
			encodingFormat: 'application/geo+json',
			contentUrl: addressOf(layerAddress(layer)),
		})),
	};
}

/** Permanent address of a layer below the root of the site. */
function layerAddress(layer: string): string {
	return `data/${layer}.geojson`;
}

/** JSON for a script element: nothing in it can end the element, and nothing needs escaping as HTML. */
export function scriptJson(graph: Graph): string {
	return JSON.stringify(graph).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
