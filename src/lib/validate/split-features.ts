/** A part of a text that is judged by itself, with where it stood in the whole. */
export interface Piece {
	text: string;
	/** Stretches of the piece, each with the index in `text` where it starts and its place in the whole; in order. */
	stretches: Stretch[];
}

interface Stretch {
	at: number;
	line: number;
	column: number;
}

interface PieceTaker {
	/** One element of the top-level array `features`, with the white space around it. */
	onFeature: (piece: Piece, index: number) => void;
	/** Nothing after `piece` can be told apart, or nothing stands between two commas; no further call follows. */
	onBroken: (piece: Piece, isBlank: boolean, isFrame: boolean) => void;
	/** A piece has grown beyond the limit; no further call follows. */
	onTooLarge: (piece: Piece) => void;
}

export interface FeatureSplitter {
	/** Takes the next part of the text, of any length. */
	write: (text: string) => void;
	/** Where the next part of the text starts. */
	place: () => { line: number; column: number };
	/** The text with nothing between the brackets of `features`; `holes` are the indices of those gaps in it. */
	end: () => { frame: Piece; holes: number[]; isWhole: boolean };
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN = new Map([
	[91, 93],
	[123, 125],
]);

/**
 * Cuts a FeatureCollection into its features while it is read, so that no more than one of them is in memory. All the
 * rest, from the opening brace to the closing one, is the frame. A text without a top-level array `features` is all
 * frame. Looks only at brackets, quotes and commas: whether the pieces are JSON is not its concern.
 */
export function splitFeatures(
	{ onFeature, onBroken, onTooLarge }: PieceTaker,
	{ maxDepth, maxCharacters }: { maxDepth: number; maxCharacters: number },
): FeatureSplitter {
	/** The closing brackets that are awaited. */
	const awaited: number[] = [];
	const holes: number[] = [];
	const frame: Gatherer = gatherer(1, 1);
	let feature: Gatherer | null = null;
	let count = 0;
	let line = 1;
	/** Of the first character of the next part, less the index of that character. */
	let column = 1;
	let isInString = false;
	let isEscaped = false;
	let isOver = false;
	/** The name whose value follows in the outermost object. */
	let name: string | null = null;
	/** Where a name that is being read starts in this part, and what of it stood in the parts before. */
	let nameFrom = -1;
	let nameBefore = '';

	function write(text: string): void {
		if (isOver) return;
		let from = 0;
		const target = () => feature ?? frame;
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === 10) {
				line++;
				column = -i;
			}
			if (isInString) {
				if (isEscaped) isEscaped = false;
				else if (code === BACKSLASH) isEscaped = true;
				else if (code === QUOTE) {
					isInString = false;
					if (nameFrom >= 0) {
						name = unquote(nameBefore + text.slice(nameFrom, i + 1));
						nameFrom = -1;
					}
				} else if (code < 32) {
					stop(text.slice(from, i + 1));
					return;
				}
				continue;
			}
			if (code === QUOTE) {
				isInString = true;
				if (awaited.length === 1 && name === null) {
					nameBefore = '';
					nameFrom = i;
				}
			} else if (code === 91 || code === 123) {
				awaited.push(OPEN.get(code)!);
				if (awaited.length > maxDepth) {
					stop(text.slice(from, i + 1));
					return;
				}
				if (feature === null && code === 91 && awaited.length === 2 && awaited[0] === 125 && name === 'features') {
					frame.add(text.slice(from, i + 1));
					from = i + 1;
					holes.push(frame.length());
					feature = gatherer(line, column + i + 1);
					count = 0;
				}
			} else if (code === 93 || code === 125) {
				const isEndOfFeatures: boolean = feature !== null && awaited.length === 2;
				if (awaited.pop() !== code) {
					stop(text.slice(from, i + 1));
					return;
				}
				if (isEndOfFeatures) {
					if (!giveFeature(text.slice(from, i), code)) return;
					if (count === 0) frame.add(feature!.piece().text);
					feature = null;
					from = i;
					frame.mark(line, column + i);
				}
			} else if (code === COMMA) {
				if (feature !== null && awaited.length === 2) {
					if (!giveFeature(text.slice(from, i), code)) return;
					feature = gatherer(line, column + i + 1);
					from = i + 1;
				} else if (awaited.length === 1) name = null;
			} else if (code === COLON && awaited.length === 1 && name === null) name = '';
		}
		target().add(text.slice(from));
		if (nameFrom >= 0) {
			nameBefore += text.slice(nameFrom);
			nameFrom = 0;
		}
		column += text.length;
		if (target().length() > maxCharacters) {
			isOver = true;
			onTooLarge(target().piece());
		}
	}

	/** Hands over what was gathered since the last comma; whether it was something. */
	function giveFeature(rest: string, next: number): boolean {
		feature!.add(rest);
		const piece = feature!.piece();
		const isBlank = !/[^ \t\n\r]/.test(piece.text);
		if (!isBlank) onFeature(piece, count++);
		else if (count > 0 || next === COMMA) {
			isOver = true;
			onBroken(piece, true, false);
		}
		return !isOver;
	}

	function stop(rest: string): void {
		isOver = true;
		const target = feature ?? frame;
		target.add(rest);
		onBroken(target.piece(), false, feature === null);
	}

	return {
		write,
		place: () => ({ line, column }),
		end() {
			const isWhole = !isOver;
			if (isWhole && feature !== null) stop('');
			return { frame: frame.piece(), holes, isWhole: !isOver };
		},
	};
}

interface Gatherer {
	add: (text: string) => void;
	/** What is added next stands at this place of the whole. */
	mark: (line: number, column: number) => void;
	length: () => number;
	piece: () => Piece;
}

function gatherer(line: number, column: number): Gatherer {
	let text = '';
	const stretches: Stretch[] = [{ at: 0, line, column }];
	return {
		add: (more) => (text += more),
		mark: (line, column) => stretches.push({ at: text.length, line, column }),
		length: () => text.length,
		piece: () => ({ text, stretches }),
	};
}

function unquote(text: string): string {
	try {
		return JSON.parse(text) as string;
	} catch {
		return '';
	}
}
