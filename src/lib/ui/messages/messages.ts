import { card } from './en/card.ts';
import { chain } from './en/chain.ts';
import { exporting } from './en/exporting.ts';
import { filters } from './en/filters.ts';
import { glance } from './en/glance.ts';
import { importing } from './en/importing.ts';
import { intensity } from './en/intensity.ts';
import { layers } from './en/layers.ts';
import { legend } from './en/legend.ts';
import { list } from './en/list.ts';
import { map } from './en/map.ts';
import { page } from './en/page.ts';
import { reading } from './en/reading.ts';
import { timeline } from './en/timeline.ts';
import { validating } from './en/validating.ts';
import { vocabulary } from './en/vocabulary.ts';

const en = {
	card,
	chain,
	exporting,
	filters,
	glance,
	importing,
	intensity,
	layers,
	legend,
	list,
	map,
	page,
	reading,
	timeline,
	validating,
	vocabulary,
};

/** Every string of the interface. A language is one object of this type. */
export type Messages = typeof en;

const LANGUAGES: { en: Messages } = { en };

/** The strings of a language. */
export function messagesOf(language: keyof typeof LANGUAGES): Messages {
	return LANGUAGES[language];
}
