import type { Correction, Facts } from '../../model/correction.ts';
import { formatCount, formatFigure } from '../format-count.ts';
import { formatEdtfLong } from '../format-date.ts';
import type { corrections } from '../messages/en/corrections.ts';
import type { vocabulary } from '../messages/en/vocabulary.ts';

interface Words {
	readonly corrections: typeof corrections;
	readonly vocabulary: typeof vocabulary;
}
type FactName = keyof Facts;

/** What a correction says, one plain sentence a line; its reason apart. */
export function describeCorrection(
	correction: Correction,
	summary: string | null,
	actors: ReadonlyMap<string, { readonly name: string }>,
	language: string,
	m: Words,
): string[] {
	switch (correction.change) {
		case 'added':
			return summary === null ? [] : [summary];
		case 'renamed':
			return [m.corrections.renamedFrom(correction.was_id)];
		case 'removed':
			return [];
		case 'changed': {
			const names = Object.keys(m.corrections.facts) as FactName[];
			const say = (facts: Partial<Facts>, name: FactName) => factWords(facts, name, actors, language, m);
			return names
				.filter((name) => name in correction.was || name in correction.now)
				.map((name) =>
					m.corrections.fact(m.corrections.facts[name], say(correction.was, name), say(correction.now, name)),
				);
		}
	}
}

function factWords(
	facts: Partial<Facts>,
	name: FactName,
	actors: ReadonlyMap<string, { readonly name: string }>,
	language: string,
	{ corrections: m, vocabulary }: Words,
): string {
	switch (name) {
		case 'unit':
			return facts.unit ? m.units[facts.unit] : m.nothing;
		case 'date':
			return facts.date === undefined ? m.nothing : formatEdtfLong(facts.date, language, vocabulary.about);
		case 'date_of':
			return facts.date_of ? m.datesOf[facts.date_of] : m.nothing;
		case 'place':
			return facts.place ? placeWords(facts.place, language, { corrections: m, vocabulary }) : m.nothing;
		case 'attribution':
			return facts.attribution ? vocabulary.attributions[facts.attribution].toLowerCase() : m.nothing;
		case 'grading':
			return facts.grading ? vocabulary.gradings[facts.grading].toLowerCase() : m.nothing;
		case 'perpetrators': {
			const names = (facts.perpetrators ?? []).map((id) => actors.get(id)?.name ?? id);
			return names.length === 0 ? m.nothing : names.join(', ');
		}
		default: {
			const figure = facts[name];
			const words = figure ? formatFigure(figure.low, figure.high, language, vocabulary) : null;
			if (!figure || words === null) return vocabulary.notStated;
			const best = 'best' in figure && figure.low !== figure.high ? figure.best : null;
			return best === null ? words : m.best(words, formatCount(best, language));
		}
	}
}

function placeWords(
	{ name, position, uncertainty_km: radiusKm }: NonNullable<Facts['place']>,
	language: string,
	{ corrections: m, vocabulary }: Words,
): string {
	if (position === null || radiusKm === null) return m.unlocated(name);
	const degrees = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 5 }).format(value);
	const distance = vocabulary.kilometres(degrees(radiusKm));
	return m.located(name, degrees(position[1]), degrees(position[0]), distance);
}
