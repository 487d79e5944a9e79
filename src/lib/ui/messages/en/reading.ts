import type { Reading } from '../../../model/reading.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const figures: Record<Reading['figure'], string> = { low: 'Lowest', best: 'Best', high: 'Highest' };
const byFigure: Record<Reading['figure'], string> = {
	low: 'by the lowest figures',
	best: 'by the best figures',
	high: 'by the highest figures',
};

/** Strings of how the claims are read: the control, the strip that tells of it, and what follows from it. */
export const reading = {
	heading: 'How claims are read',
	plain: 'Every claim counts, best figures',
	plainAgain: 'Every claim counts again, by the best figures.',
	knownOnWords: (date: string) => `as known on ${date}`,
	toldByWords: (name: string) => `as told by ${name}`,
	sourcesWords: (count: number) => `with ${count} independent sources or more`,
	byFigure,
	strip: (words: string, left: number, all: number) =>
		`Read ${words}; ${left} of ${plural(all, 'incident', 'incidents')}`,
	reset: 'Read plainly again',
	resetShort: 'Reset',
	resetMeaning: 'Reset how claims are read',
	dismiss: 'Hide this line',
	figure: 'Figure of killed and injured',
	figures,
	toldBy: 'As told by',
	everyone: 'Everyone',
	reports: 'Reports',
	choice: (name: string, incidents: number) => `${name} (${incidents})`,
	toldByHint: 'In brackets: incidents they speak of',
	ownVoice: (label: string) => `Own voice of “${label}”`,
	notHeard: (name: string) => `${name} (speaks of none)`,
	sources: 'Independent sources, at least',
	fewer: 'One source fewer',
	more: 'One source more',
	knownOn: 'As known on',
	previousDay: 'Previous day',
	nextDay: 'Next day',
	previousKnown: 'Previous day on which something became known',
	nextKnown: 'Next day on which something became known',
	slider: 'As known on, by the days on which something became known',
	today: 'Today',
	toToday: 'Back to today',
	allKnown: 'All that is known today',
	becameKnown: (claims: number) =>
		claims === 0 ? 'Nothing became known on this day' : `${plural(claims, 'claim', 'claims')} became known on this day`,
	totals: (figure: Reading['figure']) =>
		({
			low: 'Totals of what is shown, lowest figures',
			best: 'Totals of what is shown, best figures',
			high: 'Totals of what is shown, highest figures',
		})[figure],
	killed: 'Killed',
	injured: 'Injured',
	without: (count: number) => `${plural(count, 'incident', 'incidents')} without a figure`,
	withoutShort: (count: string) => `(${count} unknown)`,
	help: 'What these choices do',
};
