import type { Correction } from '../../model/correction.ts';
import { pageAddress } from '../../view/page-address.ts';
import { corrections } from '../messages/en/corrections.ts';
import { page } from '../messages/en/page.ts';
import { vocabulary } from '../messages/en/vocabulary.ts';
import { describeCorrection } from './describe-correction.ts';

interface Entry {
	readonly urn: string;
	readonly correction: Correction;
	readonly title: string;
	readonly summary: string | null;
	readonly record: string | null;
}

/** What the feeds say of themselves. */
export function feedHead(language: 'en') {
	return {
		title: `${page.title}: ${corrections.title.toLowerCase()}`,
		description: corrections.description,
		author: page.title,
		language,
	};
}

/** Corrections in the words of the feeds. */
export function feedItems(
	entries: readonly Entry[],
	actors: ReadonlyMap<string, { readonly name: string }>,
	language: 'en',
) {
	return entries.map(({ urn, correction, title, summary, record }) => {
		const changeName = corrections.changes[correction.change];
		const lines = describeCorrection(correction, summary, actors, language, { corrections, vocabulary });
		return {
			urn,
			date: correction.date,
			change: correction.change,
			changeName,
			title: corrections.headline(changeName, title),
			text: [...lines, corrections.why(correction.why)].join('\n\n'),
			path: record === null ? null : pageAddress('record', record),
		};
	});
}
