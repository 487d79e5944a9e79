import type { Reading } from '../model/reading.ts';
import type { TollTotal } from '../view/toll-sum.ts';
import { formatCount } from './format-count.ts';
import type { Messages } from './messages/messages.ts';

/** A sum of killed or injured in words; all `null` where no incident has a figure. */
export interface TotalWords {
	/** The sum of the figures the reading takes. */
	readonly chosen: string | null;
	/** From lowest to highest, where that says more. */
	readonly range: string | null;
}

/** `1,300` and `1,280–1,310 or more`. */
export function totalWords(
	{ low, best, high, isOpen }: Pick<TollTotal, 'low' | 'best' | 'high' | 'isOpen'>,
	figure: Reading['figure'],
	language: string,
	vocabulary: Pick<Messages['vocabulary'], 'orMore' | 'between'>,
): TotalWords {
	if (low === null || best === null || high === null) return { chosen: null, range: null };
	const count = (value: number) => formatCount(value, language);
	const most = isOpen ? vocabulary.orMore(count(high)) : count(high);
	const chosen = { low: count(low), best: count(best), high: most }[figure];
	if (low === high) return { chosen, range: isOpen && chosen !== most ? most : null };
	return { chosen, range: vocabulary.between(count(low), most) };
}
