import type { Span } from './json-node.ts';
import { type ProblemCode, type ProblemDetails, problemTexts, type Severity } from './problem-texts.ts';

/** One thing wrong with a GeoJSON text, in words. */
export interface Problem {
	code: ProblemCode;
	severity: Severity;
	/** Such as `features[3].geometry.coordinates[0][7]`; empty for the whole. */
	path: string;
	/** From 1. */
	line: number;
	/** From 1, in UTF-16 code units. */
	column: number;
	/** The text at fault, shortened. */
	value: string;
	/** Read after the path. */
	message: string;
	/** Of RFC 7946, unless it names another document. */
	section: string;
	/** What the section says. */
	says: string;
	fix: string | null;
	/** Whether the fix is made by `--fix`, unless it would do harm elsewhere. */
	isFixable: boolean;
}

/** Takes what a rule finds: the code, where in text and in tree, and what the message needs. */
export type Tell = <Code extends ProblemCode>(
	code: Code,
	span: Span,
	path: string,
	details: ProblemDetails<Code>,
	isFixable?: boolean,
) => void;

const LONGEST_VALUE = 60;

/** A problem in words. */
export function describeProblem<Code extends ProblemCode>(
	code: Code,
	place: Pick<Problem, 'path' | 'line' | 'column' | 'value'>,
	details: ProblemDetails<Code>,
	isFixable: boolean,
): Problem {
	const text = problemTexts[code] as {
		severity: Severity;
		section: string;
		says: string;
		message: (details: unknown) => string;
		fix?: (details: unknown) => string;
	};
	return {
		code,
		severity: text.severity,
		path: place.path,
		line: place.line,
		column: place.column,
		value: place.value,
		message: text.message(details),
		section: text.section,
		says: text.says,
		fix: text.fix?.(details) ?? null,
		isFixable,
	};
}

/** The text of a span, shortened and on one line. */
export function shownValue(text: string, { start, end }: Span): string {
	const isLong = end - start > LONGEST_VALUE;
	const shown = text.slice(start, isLong ? start + LONGEST_VALUE : end).replace(/\s+/g, ' ');
	return isLong ? `${shown}…` : shown;
}
