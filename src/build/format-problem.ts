import type { Problem } from '../lib/validate/problem.ts';

/** A problem of ours, or what another validator says, whose codes are its own. */
export type ToldProblem = Omit<Problem, 'code'> & { code: string };

/** Control and direction characters, which could change what a terminal shows. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A problem on a few lines: place, severity, path and message, then the value, the section and what to do. */
export function formatProblem(file: string, problem: ToldProblem): string {
	const { line, column, severity, path, message, value, section, says, fix, isFixable } = problem;
	const source = /^\d/.test(section) ? `RFC 7946, ${section}` : section;
	return [
		`${file}:${line}:${column}: ${severity}: ${path === '' ? '' : `${path}: `}${message}`,
		...(value === '' ? [] : [`    here: ${value}`]),
		`    ${source === '' ? '' : `${source}: `}${says}`,
		...(fix === null ? [] : [`    ${isFixable ? '--fix can' : 'fix'}: ${fix}`]),
	]
		.map((text) => `${visibleText(text)}\n`)
		.join('');
}

/** A problem as one line of JSON. */
export function writeProblem(file: string, problem: ToldProblem): string {
	return `${JSON.stringify({ file, ...problem })}\n`;
}

/** Text in which nothing is hidden that could change what a terminal shows. */
export function visibleText(text: string): string {
	return text.replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
