import { formatDay } from '../model/day.ts';
import type { ExportContext } from './export-context.ts';

/** A name that tells what the file holds: `escalation-atlas_2023-10-14_2024-04-20_drone-attack_iran-aligned.geojson`. */
export function fileName(
	{ days, filters, reading }: Pick<ExportContext, 'days' | 'filters' | 'reading'>,
	ending: string,
	part: string | null = null,
): string {
	const dates = days ? [...new Set(days.map(formatDay))] : ['empty'];
	const chosen = [
		...(part === null ? filters.kind : [part]),
		...filters.side,
		...filters.by.map((id) => `by ${id}`),
		...filters.against.map((id) => `against ${id}`),
		...readingParts(reading),
		...filters.attribution,
		...filters.grading,
		...filters.outcome,
		...filters.place,
		...(filters.text ? [`text ${filters.text}`] : []),
	];
	const words = chosen.map((word) =>
		word
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, ''),
	);
	const described = words.length > 4 ? [...words.slice(0, 4), `and-${words.length - 4}-more`] : words;
	const name = ['escalation-atlas', ...dates, ...described.filter(Boolean)].join('_');
	return [...name].slice(0, 150).join('') + ending;
}

/** What sets the reading apart from the plain one. */
function readingParts({ figure, toldBy, sources, knownOn }: ExportContext['reading']): string[] {
	return [
		...(knownOn === null ? [] : [`known ${formatDay(knownOn)}`]),
		...(toldBy === null ? [] : [`told ${toldBy.kind === 'report' ? toldBy.id : toldBy.key}`]),
		...(sources <= 1 ? [] : [`sources ${sources}`]),
		...(figure === 'best' ? [] : [figure]),
	];
}
