import type { Weight } from '../view/escalation/intensity-weights.ts';
import type { Messages } from './messages/messages.ts';

/** The least and the most of our intensity: `5.2 to 24.8`. */
export function formatIntensity([low, high]: Weight, language: string, m: Messages['intensity']): string {
	const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	return m.weightRange(format.format(low), format.format(high));
}
