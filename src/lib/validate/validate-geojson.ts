import { checkFeature, checkRoot } from './check-object.ts';
import { createExtent } from './extent.ts';
import type { JsonNode } from './json-node.ts';
import { locator } from './locate.ts';
import { parseJson } from './parse-json.ts';
import { describeProblem, type Problem, shownValue, type Tell } from './problem.ts';
import { createSeenIds } from './seen-ids.ts';
import { type Piece, splitFeatures } from './split-features.ts';

/** Beyond these nothing is read, and told so. */
export const VALIDATION_LIMITS = {
	/** Objects and arrays inside each other. */
	maxDepth: 64,
	/** Of one feature, or of a text that is no FeatureCollection. */
	maxCharacters: 256 * 2 ** 20,
} as const;

const MOST_LISTED = 10_000;
const BYTE_ORDER_MARK = '\ufeff';
const REPLACEMENT = '\ufffd';

interface ValidatorOptions {
	onProblem: (problem: Problem) => void;
	/** Called for each feature without problems, and for a text without any that is no collection. */
	onSound?: (value: JsonNode, path: string) => void;
}

export interface GeojsonValidator {
	/** Takes the next part of the file, of any length. */
	write: (part: string | Uint8Array) => void;
	/** Tells what can only be said of the whole. */
	end: () => void;
	/** How many features were read. */
	features: () => number;
}

/** All problems of a GeoJSON text, in the order of the text; of very many the first, and how many more. */
export function validateGeojson(text: string | Uint8Array): Problem[] {
	const problems: Problem[] = [];
	let unlisted = 0;
	const validator = createValidator({
		onProblem: (problem) => {
			if (problems.length < MOST_LISTED) problems.push(problem);
			else unlisted++;
		},
	});
	validator.write(text);
	validator.end();
	problems.sort((a, b) => a.line - b.line || a.column - b.column);
	if (unlisted > 0) {
		const place = { path: '', line: 1, column: 1, value: '' };
		problems.push(describeProblem('more-problems', place, { count: unlisted }, false));
	}
	return problems;
}

/** Validates a file while it is read; a FeatureCollection takes the memory of its largest feature, and of its ids. */
export function createValidator({ onProblem, onSound }: ValidatorOptions): GeojsonValidator {
	const { maxDepth, maxCharacters } = VALIDATION_LIMITS;
	const ids = createSeenIds();
	const extent = createExtent();
	let isStopped = false;
	let told = 0;
	let isAtStart = true;

	const tellOf = (piece: Piece): Tell => {
		const locate = locator(piece);
		return (code, span, path, details, isFixable = false) => {
			told++;
			if (code === 'json-syntax' || code === 'nested-too-deep') isStopped = true;
			const place = { path, ...locate(span.start), value: shownValue(piece.text, span) };
			onProblem(describeProblem(code, place, details, isFixable));
		};
	};
	const tellAt = (line: number, column: number): Tell => tellOf({ text: '', stretches: [{ at: 0, line, column }] });
	const START = { start: 0, end: 0 };

	let count = 0;
	const splitter = splitFeatures(
		{
			onFeature(piece, index) {
				if (isStopped) return;
				count = index + 1;
				const path = `features[${index}]`;
				const before = told;
				const tell = tellOf(piece);
				const node = parseJson(piece.text, path, maxDepth - 2, tell);
				if (!node) return;
				checkFeature(node, path, { text: piece.text, tell, extents: [extent] }, ids, index);
				if (told === before) onSound?.(node, path);
			},
			onBroken(piece, isBlank, isFrame) {
				if (isStopped) return;
				const tell = tellOf(piece);
				const path = isFrame ? '' : `features[${count}]`;
				const end = { start: piece.text.length, end: piece.text.length };
				if (isBlank) tell('json-syntax', end, path, { what: 'a value is missing beside a comma' });
				else parseJson(piece.text, path, isFrame ? maxDepth : maxDepth - 2, tell);
				if (!isStopped) tell('json-syntax', end, '', { what: 'the text ends inside the array of features' });
			},
			onTooLarge(piece) {
				const details = { characters: piece.text.length, limit: maxCharacters };
				tellOf(piece)('too-large', START, '', details);
				isStopped = true;
			},
		},
		{ maxDepth, maxCharacters },
	);

	const decoder = createDecoder(({ before, found }) => {
		const { line, column } = splitter.place();
		const lines = before.split('\n');
		const last = lines.at(-1)!.length;
		tellAt(line + lines.length - 1, lines.length > 1 ? last + 1 : column + last)('not-utf-8', START, '', { found });
		if (found === 'UTF-16') isStopped = true;
	});

	function writeText(text: string): void {
		if (isStopped || text === '') return;
		const hasMark = isAtStart && text.startsWith(BYTE_ORDER_MARK);
		isAtStart = false;
		if (hasMark) tellAt(1, 1)('byte-order-mark', START, '', {});
		splitter.write(hasMark ? text.slice(1) : text);
	}

	return {
		features: () => count,
		write: (part) => writeText(typeof part === 'string' ? part : decoder.decode(part)),
		end() {
			writeText(decoder.end());
			if (isStopped) return;
			const { frame, holes, isWhole } = splitter.end();
			if (isStopped || !isWhole) return;
			const tell = tellOf(frame);
			const node = parseJson(frame.text, '', maxDepth, tell);
			if (!node) return;
			const before = told;
			checkRoot(node, { text: frame.text, tell, extents: [] }, extent);
			if (holes.length === 0 && told === before) onSound?.(node, '');
		},
	};
}

interface Decoder {
	decode: (bytes: Uint8Array) => string;
	end: () => string;
}

/** UTF-8 to text; tells once where it is none, with the text of this part before that place, and reads on. */
function createDecoder(onBroken: (broken: { before: string; found: string }) => void): Decoder {
	let decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	let isStrict = true;
	let isFirst = true;
	const decode = (bytes: Uint8Array | undefined): string => {
		if (isFirst && bytes && bytes.length > 1) {
			isFirst = false;
			const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
			if (isUtf16) {
				onBroken({ before: '', found: 'UTF-16' });
				return '';
			}
		}
		try {
			return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
		} catch {
			decoder = new TextDecoder('utf-8', { ignoreBOM: true });
			const text = bytes ? decoder.decode(bytes, { stream: true }) : REPLACEMENT;
			if (isStrict)
				onBroken({ before: text.slice(0, Math.max(0, text.indexOf(REPLACEMENT))), found: 'another encoding' });
			isStrict = false;
			return text;
		}
	};
	return { decode, end: () => decode(undefined) };
}
