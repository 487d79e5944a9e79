declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown);
		readonly data: Record<string, unknown>[];
		format(form: 'bibtex' | 'ris'): string;
	}
	export const plugins: { config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean } } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'jsonld' {
	interface Term {
		termType: string;
		value: string;
	}
	interface Options {
		base: string;
		safe: boolean;
		documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
	}
	const jsonld: {
		toRDF(document: object, options: Options): Promise<{ subject: Term; predicate: Term; object: Term }[]>;
	};
	export default jsonld;
}
