import { expect, test } from 'vitest';
import type { Actor } from '../../model/actor.ts';
import { incidentFixture } from '../../view/incident-fixture.ts';
import { actorResolver } from './resolve-actors.ts';

const actor = (id: string, name: string, aliases: string[], side: Actor['side']): Actor => ({
	id,
	name,
	aliases,
	kind: 'armed-group',
	side,
	country: null,
	inter: null,
	member_of: null,
	allegiance: null,
	office: null,
});
const resolve = actorResolver([
	actor('blue-militia', 'Blue Militia', ['Brigade of Béla', 'The Brigade'], 'iran-aligned'),
	actor('grey-militia', 'Grey Militia', ['The Brigade'], 'iran-aligned'),
]);
const parties = (perpetrators: string[], targets: string[] = []) =>
	resolve(incidentFixture('a', 1, 1, { perpetrators, targets })).properties;

test('names and aliases that are ours become ids, others stay as written', () => {
	expect(parties(['BLUE  militia', 'brigade of Bela'], ['Grey Militia', 'Redland'])).toMatchObject({
		perpetrators: ['blue-militia'],
		targets: ['grey-militia', 'Redland'],
		side: 'iran-aligned',
	});
	expect(parties(['Blue Militia of the North', 'constructor'])).toMatchObject({
		perpetrators: ['Blue Militia of the North', 'constructor'],
		side: null,
	});
});

test('an alias of two names neither', () => {
	expect(parties(['The Brigade']).perpetrators).toEqual(['The Brigade']);
});

test('the same name gets the same id each time', () => {
	for (let time = 0; time < 3; time++) expect(parties(['Brigade of Béla']).perpetrators).toEqual(['blue-militia']);
});
