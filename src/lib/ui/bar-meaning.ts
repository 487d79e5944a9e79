import { KIND_CODES } from '../view/incident-table.ts';
import type { Messages } from './messages/messages.ts';

/** What one part of a bar stands for, and the paint that says so. */
export interface BarMeaning {
	readonly name: string;
	/** A colour of CSS. */
	readonly fill: string;
}

/** What bars stand for that are stacked by kind. */
export function kindMeanings(vocabulary: Messages['vocabulary']): readonly BarMeaning[] {
	return KIND_CODES.map((kind) => ({ name: vocabulary.kinds[kind], fill: `var(--bar-${kind})` }));
}
