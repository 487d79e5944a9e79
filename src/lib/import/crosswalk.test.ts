import { expect, test } from 'vitest';
import { ACLED_TYPES, GEO_PRECISIONS, KINDS, WEAPONS } from '../model/vocabulary.ts';
import {
	ACLED_PLACES,
	codeAcled,
	codeCameo,
	codeSubEvent,
	GDELT_PLACES,
	UCDP_PLACES,
	UCDP_TYPES,
} from './crosswalk.ts';

const summary = (coding: ReturnType<typeof codeCameo>) =>
	coding && [coding.kind, coding.event_type, coding.sub_event_type, ...coding.weapon].join(' | ');

test('every ACLED type keeps its type and sub-event type, and has a kind of ours', () => {
	const table = Object.entries(ACLED_TYPES).flatMap(([event, subs]) =>
		subs.map((sub) => {
			const coding = codeAcled(event.toUpperCase(), sub.toLowerCase(), '', '1');
			expect(coding).toMatchObject({ event_type: event, sub_event_type: sub, outcome: 'unknown' });
			expect(Object.keys(KINDS)).toContain(coding.kind);
			for (const weapon of coding.weapon) expect(Object.keys(WEAPONS)).toContain(weapon);
			return `${sub}: ${[coding.kind, ...coding.weapon].join(', ')}`;
		}),
	);
	expect(table).toEqual([
		'Armed clash: ground-attack',
		'Government regains territory: ground-attack',
		'Non-state actor overtakes territory: ground-attack',
		'Chemical weapon: other',
		'Air/drone strike: air-strike',
		'Suicide bomb: ground-attack, bomb',
		'Shelling/artillery/missile attack: rocket-missile-attack',
		'Remote explosive/landmine/IED: explosion, explosive',
		'Grenade: ground-attack, explosive',
		'Sexual violence: other',
		'Attack: ground-attack',
		'Abduction/forced disappearance: other',
		'Peaceful protest: protest',
		'Protest with intervention: protest',
		'Excessive force against protesters: protest',
		'Violent demonstration: protest',
		'Mob violence: ground-attack',
		'Agreement: other',
		'Arrests: other',
		'Change to group/activity: other',
		'Disrupted weapons use: interception',
		'Headquarters or base established: other',
		'Looting/property destruction: other',
		'Non-violent transfer of territory: other',
		'Other: other',
	]);
});

test.each([
	['Air defence intercepted two drones over the town.', 'interception', 'intercepted'],
	['Forces shot down an uncrewed aircraft; no one was hurt.', 'interception', 'intercepted'],
	['Police defused a bomb beside the road.', 'other', 'unknown'],
	['Soldiers seized a weapons cache.', 'other', 'unknown'],
	['Soldiers intercepted a drone and seized its wreck.', 'interception', 'intercepted'],
	['', 'interception', 'unknown'],
])('disrupted weapons use: %s', (notes, kind, outcome) => {
	expect(codeAcled('Strategic developments', 'Disrupted weapons use', notes, '1')).toMatchObject({
		kind,
		outcome,
		event_type: 'Strategic developments',
		sub_event_type: 'Disrupted weapons use',
	});
});

test.each([
	['Battle-No change of territory', '1', 'ground-attack | Battles | Armed clash'],
	['Remote violence', '1', 'explosion | Explosions/Remote violence | Remote explosive/landmine/IED | explosive'],
	['Riots/Protests', '5', 'protest | Riots | Violent demonstration'],
	['Riots/Protests', '6', 'protest | Protests | Peaceful protest'],
	['Strategic development', '1', 'other | Strategic developments | Other'],
	['constructor', '1', 'other | Strategic developments | Other'],
	['', '', 'other | Strategic developments | Other'],
])('before 2019 ACLED had no sub-event types: %s, %s', (event, inter1, expected) => {
	expect(summary(codeAcled(event, '', '', inter1))).toBe(expected);
});

test('a name that ACLED does not have is none', () => {
	expect(codeSubEvent('air/drone STRIKE')?.kind).toBe('air-strike');
	expect(codeSubEvent('Battles')?.sub_event_type).toBe('Armed clash');
	for (const name of ['toString', '__proto__', 'constructor', '', 'Duel']) expect(codeSubEvent(name)).toBe(null);
});

test.each([
	['190', '19', 'ground-attack | Battles | Armed clash'],
	['193', '19', 'ground-attack | Battles | Armed clash | small-arms'],
	['1952', '19', 'drone-attack | Explosions/Remote violence | Air/drone strike | drone'],
	['1951', '19', 'air-strike | Explosions/Remote violence | Air/drone strike | aircraft'],
	['1831', '18', 'ground-attack | Explosions/Remote violence | Suicide bomb | bomb'],
	['1411', '14', 'protest | Protests | Peaceful protest'],
	['1451', '14', 'protest | Riots | Violent demonstration'],
	['173', '17', 'other | Strategic developments | Arrests'],
	['202', '20', 'killing | Violence against civilians | Attack'],
	['', '19', 'ground-attack | Battles | Armed clash'],
])('CAMEO %s, root %s', (code, root, expected) => {
	expect(summary(codeCameo(code, root))).toBe(expected);
});

test.each([
	['014', '01'],
	['14', '1'],
	['19', '1'],
	['042', '04'],
	['160', '16'],
	['', ''],
	['---', '--'],
	['19', 'x'],
])('CAMEO %s, root %s is no incident, even where its zero is lost', (code, root) => {
	expect(codeCameo(code, root)).toBe(null);
});

test('types and precisions of UCDP, ACLED and GDELT', () => {
	expect([...UCDP_TYPES.values()].map(summary)).toEqual([
		'killing | Battles | Armed clash',
		'killing | Battles | Armed clash',
		'killing | Violence against civilians | Attack',
	]);
	const precisions = [UCDP_PLACES, ACLED_PLACES, GDELT_PLACES].map((places) =>
		[...places.values()].map(({ geoPrecision, wherePrec }) => `${geoPrecision} ${wherePrec}`),
	);
	expect(precisions).toEqual([
		['town 1', 'district 2', 'district 3', 'province 4', 'region 5', 'country 6', 'region 7'],
		['town 1', 'district 2', 'province 4'],
		['country 6', 'province 4', 'town 1', 'town 1', 'province 4'],
	]);
	for (const name of precisions.flat()) expect(Object.keys(GEO_PRECISIONS)).toContain(name.split(' ')[0]);
});
