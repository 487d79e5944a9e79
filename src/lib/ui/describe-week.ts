import { isoWeekName, weekStart } from '../view/escalation/iso-week.ts';
import type { WeekContent } from '../view/escalation/weekly-bands.ts';
import { formatFigure } from './format-count.ts';
import { formatSpanShort } from './format-date.ts';
import type { Messages } from './messages/messages.ts';

/** What a week holds in one line: `15 – 21 April 2024 (2024-W16): 5–7 incidents; 1 killed; no figure for 6`. */
export function describeWeek(
	{ week, events, killed, unknown }: WeekContent,
	language: string,
	m: Messages['glance'],
	vocabulary: Messages['vocabulary'],
): string {
	const span = formatSpanShort(weekStart(week), weekStart(week) + 6, language, 'short');
	const figure = formatFigure(killed[0], killed[1], language, vocabulary);
	return m.weekLine(m.weekName(span, isoWeekName(week)), [
		m.weekEvents(...events),
		...(figure === null ? [] : [m.killed(figure)]),
		...(unknown > 0 ? [m.weekUnknown(unknown)] : []),
	]);
}
