const LATIN: Record<string, string> = {
	ı: 'i',
	ø: 'o',
	đ: 'd',
	ł: 'l',
	ħ: 'h',
	ŧ: 't',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ð: 'd',
	þ: 'th',
	ə: 'e',
};
/** Letters that Arabic, Persian and Kurdish keyboards write differently for one sound, or that spellings mix up. */
const ARABIC: Record<string, string> = {
	ی: 'ي',
	ى: 'ي',
	ې: 'ي',
	ێ: 'ي',
	ک: 'ك',
	ڪ: 'ك',
	ة: 'ه',
	ە: 'ه',
	ھ: 'ه',
	ہ: 'ه',
	ٱ: 'ا',
	ۆ: 'و',
	ڕ: 'ر',
	ڵ: 'ل',
	ء: '',
};
const HEBREW_FINAL: Record<string, string> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
const LETTERS = new Map(Object.entries({ ...LATIN, ...ARABIC, ...HEBREW_FINAL }));
const LETTER_PATTERN = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/** Marks that join or break a word without being heard: apostrophes, ayn and hamza signs, tatweel, joiners, geresh. */
const SILENT = /['’‘ʼʻʿʾ`´′″"“”\u0640\u05f3\u05f4\p{Cf}]/gu;
const ARTICLES = new Set(['al', 'el', 'ul', 'the']);
/** The Arabic article before a sun letter takes that letter's sound: "ash Sham", "ar Raqqah". */
const SUN_ARTICLE = /^[aeu](sh|th|dh|[strdnzl])$/;
const ARABIC_ARTICLE = /^ال(?=\p{L}{2})/u;

/**
 * Folds a name so that spellings of one name meet: case, diacritics, hyphens, apostrophes, the Arabic article in
 * either script, Arabic and Persian letter variants, vowel points, Hebrew final letters. Words stay apart by one space.
 * A name made only of articles or signs folds to what is left of it, which may be the empty string.
 */
export function normalizeName(name: string): string {
	const folded = name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(SILENT, '')
		.replace(LETTER_PATTERN, (letter) => LETTERS.get(letter)!);
	const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
	const kept = words.filter((word, i) => !isArticle(word, words[i + 1]));
	return (kept.length > 0 ? kept : words).map((word) => word.replace(ARABIC_ARTICLE, '')).join(' ');
}

/** The form under which names are looked up: `normalizeName` with its words run together ("Khan Younis", "Khanyounis"). */
export function nameKey(normalized: string): string {
	return normalized.replaceAll(' ', '');
}

function isArticle(word: string, next: string | undefined): boolean {
	if (next === undefined) return false;
	if (ARTICLES.has(word)) return true;
	const sun = SUN_ARTICLE.exec(word);
	return sun !== null && next.startsWith(sun[1]!);
}
