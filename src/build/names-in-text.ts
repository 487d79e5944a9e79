/** Words written with a capital letter that name no person: days, months, media, what peoples and things are called. */
const NO_NAMES = [
	'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
	'Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays',
	'January February March April May June July August September October November December',
	'President Prime Minister Foreign Interior Defence Chief Staff Central Command General Secretary Supreme Leader',
	'AFP AP NBC CNN BBC News Times Post Associated Press Reuters Telegram TV Line Media',
	'ACLED UCDP PLOVER PMF IRGC US USA UN UK EU ISO EDTF',
	'American British English French German Russian Arabic Hebrew Persian Kurdish Shi’ite Sunni Jewish Muslim Christian',
]
	.join(' ')
	.split(' ');
/** A capitalised word; "al-Fayyadh" is one too. */
const WORD = String.raw`(?:(?:al|ash|as|el|ibn|bin|abu)-)?\p{Lu}[\p{L}’'-]*`;
const ROW = new RegExp(String.raw`(?<![\p{L}\p{N}’'-])${WORD}(?: (?:(?:al|bin|ibn|abu) )?${WORD})+`, 'gu');

/** Every word of the names, without case and without the signs around it. */
export function wordsOf(names: readonly string[]): Set<string> {
	return new Set([...names, ...NO_NAMES].flatMap(split));
}

/** Rows of capitalised words of which one that does not begin a sentence, or more than one, is not known. */
export function namesIn(text: string, known: ReadonlySet<string>): string[] {
	return [...text.matchAll(ROW)].flatMap(({ 0: row, index }) => {
		const isStrange = (word: string) =>
			split(word.replace(/(?<=-)\p{Ll}+/gu, '')).some((part) => part.length > 1 && !known.has(part));
		const words = row.split(' ');
		const strange = words.filter(isStrange).length;
		const beginsSentence = index === 0 || /[.:;!?“"(]\s*$/.test(text.slice(0, index));
		return strange > (beginsSentence && isStrange(words[0]!) ? 1 : 0) ? [row] : [];
	});
}

function split(name: string): string[] {
	return name
		.toLowerCase()
		.replace(/[’']s\b/gu, '')
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== '');
}
