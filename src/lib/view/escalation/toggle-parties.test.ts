import { expect, test } from 'vitest';
import type { Party } from './party-axis.ts';
import { isPairChosen, isPartlyChosen, toggleParty, togglePair } from './toggle-parties.ts';

const party = (key: string, ...ids: string[]): Party => ({ key, kind: 'side', ids });
const [north, south] = [party('north', 'a', 'b'), party('south', 'c')];
const rest: Party = { key: 'rest', kind: 'rest', ids: null };

test('a cell chooses its pair alone, and upon a second click everybody again', () => {
	const chosen = togglePair(north, south, { by: ['z'], against: [] });
	expect(chosen).toEqual({ by: ['a', 'b'], against: ['c'] });
	expect(isPairChosen(north, south, chosen)).toBe(true);
	expect(isPairChosen(north, south, { ...chosen, by: ['a', 'b', 'z'] })).toBe(false);
	expect(togglePair(north, south, chosen)).toEqual({ by: [], against: [] });
});

test('the head of a line adds its party to the others, or takes it away', () => {
	expect(toggleParty(north, ['c'])).toEqual(['c', 'a', 'b']);
	expect(toggleParty(north, ['a', 'c'])).toEqual(['c', 'a', 'b']);
	expect(toggleParty(north, ['a', 'c', 'b'])).toEqual(['c']);
});

test('a party of which some are chosen is neither chosen nor not', () => {
	const states = [[], ['a'], ['b', 'a', 'z']].map((chosen) => isPartlyChosen(north, chosen));
	expect(states).toEqual([false, true, false]);
	expect(isPartlyChosen(rest, ['a'])).toBe(false);
});

test('what the filter cannot take changes nothing', () => {
	const chosen = { by: ['a'], against: [] };
	expect(togglePair(rest, south, chosen)).toBe(chosen);
	expect(toggleParty(rest, chosen.by)).toBe(chosen.by);
});
