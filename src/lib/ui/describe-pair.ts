import type { Actor } from '../model/actor.ts';
import type { Side } from '../model/vocabulary.ts';
import type { PairCount } from '../view/escalation/pair-matrix.ts';
import type { Party } from '../view/escalation/party-axis.ts';
import { formatFigure } from './format-count.ts';
import type { Messages } from './messages/messages.ts';

/** The name of a row or column of the matrix. */
export function partyName(
	{ key, kind }: Party,
	actors: ReadonlyMap<string, Actor>,
	m: Messages['glance'],
	vocabulary: Messages['vocabulary'],
): string {
	if (kind === 'unnamed') return m.unnamed;
	if (kind === 'rest') return m.rest;
	return kind === 'side' ? vocabulary.sides[key as Side] : (actors.get(key)?.name ?? key);
}

/** What a cell holds in words: `3 incidents, 1 incident suspected, disputed or denied, 4–5 killed`. */
export function describePair(
	{ sure, unsure, killedLow, killedHigh, unknown }: PairCount,
	language: string,
	m: Messages['glance'],
	vocabulary: Messages['vocabulary'],
): string {
	if (sure + unsure === 0) return m.cellEmpty;
	const killed = formatFigure(killedLow, killedHigh, language, vocabulary);
	return [
		...(sure > 0 ? [m.sure(sure)] : []),
		...(unsure > 0 ? [m.unsure(unsure)] : []),
		...(killed === null ? [] : [m.killed(killed)]),
		...(unknown > 0 ? [m.noFigure(unknown)] : []),
	].join(', ');
}
