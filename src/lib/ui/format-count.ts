import type { Messages } from './messages/messages.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A whole number for people: `1,200`. */
export function formatCount(count: number, language: string): string {
	let format = formats.get(language);
	if (!format) {
		format = new Intl.NumberFormat(language);
		formats.set(language, format);
	}
	return format.format(count);
}

/** A figure from `low` to `high` for people: `5`, `4–5`, `91 or more`; `null` where no claim gives one. */
export function formatFigure(
	low: number | null,
	high: number | null,
	language: string,
	vocabulary: Messages['vocabulary'],
): string | null {
	if (low === null) return null;
	const least = formatCount(low, language);
	if (high === null) return vocabulary.orMore(least);
	return low === high ? least : vocabulary.between(least, formatCount(high, language));
}
