import type { Actor } from '../model/actor.ts';
import type { Reading, Teller } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { formatDayLong } from './format-day.ts';
import type { Messages } from './messages/messages.ts';

/** Who a teller's key or id stands for. */
export interface TellerNames {
	readonly actors: ReadonlyMap<string, Pick<Actor, 'name'>>;
	readonly reports: ReadonlyMap<string, Pick<Report, 'label'>>;
}

/** Name of whoever is asked. The key of a report's own voice is `report` and its id. */
export function tellerName(teller: Teller, { actors, reports }: TellerNames, m: Messages['reading']): string {
	if (teller.kind === 'report') return reports.get(teller.id)?.label ?? teller.id;
	const voice = teller.key.startsWith('report ') ? reports.get(teller.key.slice('report '.length)) : undefined;
	return voice ? m.ownVoice(voice.label) : (actors.get(teller.key)?.name ?? teller.key);
}

/** What sets a reading apart from the plain one: `as known on 19 April 2024, as told by US Central Command`; `null` if nothing. */
export function readingWords(
	{ figure, toldBy, sources, knownOn }: Reading,
	names: TellerNames,
	language: string,
	m: Messages['reading'],
): string | null {
	const words = [
		knownOn === null ? null : m.knownOnWords(formatDayLong(knownOn, language)),
		toldBy === null ? null : m.toldByWords(tellerName(toldBy, names, m)),
		sources <= 1 ? null : m.sourcesWords(sources),
		figure === 'best' ? null : m.byFigure[figure],
	].filter((part) => part !== null);
	return words.length === 0 ? null : words.join(', ');
}
