import { card } from './en/card.ts';
import { intensity } from './en/intensity.ts';
import { method } from './en/method.ts';
import { page } from './en/page.ts';
import { pages } from './en/pages.ts';
import { vocabulary } from './en/vocabulary.ts';

const en = { card, intensity, method, page, pages, vocabulary };

/** Every string of the pages that are made at build. They stand apart so that the map need not load them. */
export type PageMessages = typeof en;

const LANGUAGES: { en: PageMessages } = { en };

/** The strings of those pages in a language. */
export function pageMessagesOf(language: keyof typeof LANGUAGES): PageMessages {
	return LANGUAGES[language];
}
