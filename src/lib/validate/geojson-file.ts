import { createFixPlanner, createFixWriter, type FixPlan } from './fix-geojson.ts';
import type { Problem } from './problem.ts';
import { createValidator } from './validate-geojson.ts';

/** What checking a GeoJSON file found. */
export interface CheckedFile {
	/** The first of them, in the order of the file. */
	readonly problems: readonly Problem[];
	readonly errors: number;
	readonly warnings: number;
	/** How many of them a fixed copy would not have. */
	readonly fixable: number;
	readonly features: number;
}

/** More than anybody reads; the counts go on. */
const MOST_LISTED = 1000;
/** Characters gathered before they become a piece of the copy. */
const PIECE_CHARACTERS = 1 << 20;
/** What no fix may touch: it is not JSON, or not in UTF-8. */
const UNREADABLE = new Set(['json-syntax', 'not-utf-8', 'nested-too-deep', 'too-large']);

/** Checks a file piece by piece, and tells how many bytes it has read. */
export async function checkGeojsonFile(file: Blob, onprogress: (bytes: number) => void): Promise<CheckedFile> {
	const tally = tallyProblems();
	await forEachChunk(file, tally.write, onprogress);
	return tally.end();
}

/**
 * A copy with all fixes made that are safe, and what is left to fix in it; the same bytes where none is safe. The file
 * is read up to four times, so progress begins anew as often.
 */
export async function fixGeojsonFile(
	file: Blob,
	onprogress: (bytes: number) => void,
): Promise<{ copy: Blob; checked: CheckedFile }> {
	const before = await checkGeojsonFile(file, onprogress);
	const plan = before.fixable === 0 ? null : await planFixes(file, false, onprogress);
	if (plan === null) return { copy: file, checked: before };
	const tally = tallyProblems();
	const pieces: Blob[] = [];
	let waiting: string[] = [];
	let length = 0;
	const flush = () => {
		const piece = new Blob(waiting);
		waiting = [];
		length = 0;
		pieces.push(piece);
	};
	const writer = createFixWriter(plan, (text) => {
		tally.write(text);
		waiting.push(text);
		length += text.length;
		if (length >= PIECE_CHARACTERS) flush();
	});
	await forEachText(file, writer.write, onprogress);
	writer.end();
	flush();
	return { copy: new Blob(pieces, { type: 'application/geo+json' }), checked: tally.end() };
}

/** `null` where nothing may be touched. */
async function planFixes(file: Blob, isForBbox: boolean, onprogress: (bytes: number) => void): Promise<FixPlan | null> {
	const planner = createFixPlanner(isForBbox);
	await forEachText(file, planner.write, onprogress);
	const plan = planner.end();
	if (plan === null) return null;
	return plan.isBboxOpen ? planFixes(file, true, onprogress) : plan;
}

function tallyProblems() {
	const problems: Problem[] = [];
	let [errors, warnings, fixable] = [0, 0, 0];
	let isUnreadable = false;
	const validator = createValidator({
		onProblem(problem) {
			if (problem.severity === 'error') errors++;
			else warnings++;
			if (problem.isFixable) fixable++;
			if (UNREADABLE.has(problem.code)) isUnreadable = true;
			if (problems.length < MOST_LISTED) problems.push(problem);
		},
	});
	return {
		write: validator.write,
		end(): CheckedFile {
			validator.end();
			problems.sort((a, b) => a.line - b.line || a.column - b.column);
			return { problems, errors, warnings, fixable: isUnreadable ? 0 : fixable, features: validator.features() };
		},
	};
}

async function forEachText(
	file: Blob,
	take: (text: string) => void,
	onprogress: (bytes: number) => void,
): Promise<void> {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	await forEachChunk(file, (bytes) => take(decoder.decode(bytes, { stream: true })), onprogress);
	take(decoder.decode());
}

async function forEachChunk(
	file: Blob,
	take: (bytes: Uint8Array) => void,
	onprogress: (bytes: number) => void,
): Promise<void> {
	const reader = file.stream().getReader();
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		take(value);
		bytes += value.length;
		onprogress(bytes);
	}
}
