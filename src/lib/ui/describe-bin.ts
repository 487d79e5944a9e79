import type { BinContent } from '../view/bar-paths.ts';
import type { TollContent } from '../view/toll-series.ts';
import type { BarMeaning } from './bar-meaning.ts';
import { formatSpanShort } from './format-date.ts';
import type { Messages } from './messages/messages.ts';

/** The killed of a bin in words: `4 killed (3 to 5)`, `91 killed (91 or more)`; shares of a spread toll have one decimal. */
export function describeToll({ low, taken, high }: TollContent, m: Messages['timeline']): string {
	return m.killed(shareText(taken), shareText(low), high === null ? null : shareText(high));
}

/** What a bar stands for, in one line: `8 – 14 April 2024: 3 incidents; Air strike 2; Drone attack 1`. */
export function describeBin(
	bin: BinContent,
	meanings: readonly BarMeaning[],
	toll: TollContent | null,
	language: string,
	m: Messages['timeline'],
): string {
	const total = bin.certain.reduce((sum, { count }) => sum + count, 0);
	const isEmpty = total === 0 && bin.uncertain < 0.05;
	return m.binWith(formatSpanShort(bin.start, bin.end, language), [
		isEmpty ? m.noIncidents : m.incidents(total),
		...bin.certain.map(({ code, count }) => `${meanings[code]?.name} ${count}`),
		...(bin.uncertain >= 0.05 ? [m.onUncertainDays(shareText(bin.uncertain))] : []),
		...(toll ? [describeToll(toll, m)] : []),
	]);
}

/** A share of a number of incidents or people: whole numbers as they are, others with one decimal. */
export function shareText(share: number): string {
	const rounded = Math.round(share * 10) / 10;
	return Math.abs(share - rounded) < 1e-6 && Number.isInteger(rounded) ? String(rounded) : share.toFixed(1);
}
