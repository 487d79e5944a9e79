import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';
import { namesIn, wordsOf } from '../names-in-text.ts';
import { textsOf } from '../texts-of.ts';
import type { Check } from './check.ts';

const FIX =
	'leave the name out; if it is of someone in office or command add an actor of kind "person" with that office, if of anything else an alias or a word to src/build/names-in-text.ts';

export const check: Check = {
	name: 'people-hold-office',
	description:
		'People are named only where they hold office or command: an actor is of kind "person" if and only if it has an office, a toll names nobody else, an official who is named is an actor, and no text holds two capitalised words together that are in no name of an actor, a place, or a publisher and are not ordinary words.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.actors) {
			for (const [i, { id, kind, office }] of value.actors.entries()) {
				if ((kind === 'person') === (office !== null)) continue;
				const message = kind === 'person' ? `${id} is a person without office` : `${id} is no person and has an office`;
				const fix =
					kind === 'person' ? 'write the office or command, or remove the person' : 'write null, or correct the kind';
				report({ file, path: `actors[${i}].office`, message, fix });
			}
		}
		if (!atlas.unreadable.has('actors')) checkClaims(atlas, report);
		if (atlas.unreadable.size === 0 && atlas.placesAreSound) checkTexts(atlas, report);
	},
};

function checkClaims(atlas: Atlas, report: (issue: Issue) => void): void {
	for (const { file, value } of atlas.records) {
		for (const [i, claim] of value.claims.entries()) {
			const person = claim.topic === 'casualties' ? (claim.value?.person ?? null) : null;
			if (person !== null && atlas.actorById.get(person)?.kind !== 'person') {
				const message = `"${person}" is no actor of kind "person"`;
				const fix = 'write the id of an actor who holds office or command, or null: the dead are counted, not named';
				report({ file, path: `claims[${i}].value.person`, message, fix });
			}
			if (claim.claimant_kind === 'official-named' && claim.claimant.actor === null) {
				const message = `"${claim.claimant.name}" is said to be a named official and is no actor`;
				const fix = 'name the actor, or write "official-anonymous" and the office only';
				report({ file, path: `claims[${i}].claimant.actor`, message, fix });
			}
		}
	}
}

function checkTexts(atlas: Atlas, report: (issue: Issue) => void): void {
	const known = wordsOf([
		...atlas.actors.flatMap(({ value }) => value.actors.flatMap(({ name, aliases }) => [name, ...aliases])),
		...atlas.places.flatMap(({ value }) =>
			value.features.flatMap(({ properties }) => [properties.name, properties.admin1 ?? '', ...properties.aliases]),
		),
		...atlas.reports.map(({ value }) => value.publisher ?? ''),
	]);
	const prose = [...atlas.records, ...atlas.reports].map(({ file, value }) => ({ file, texts: textsOf(value) }));
	for (const { texts } of prose) {
		// A word that stands somewhere in lower case is no name.
		for (const { text } of texts)
			for (const [word] of text.matchAll(/(?<![\p{L}’'-])\p{Ll}[\p{L}’']*/gu)) known.add(word);
	}
	for (const { file, texts } of prose) {
		for (const { path, text } of texts) {
			// What a report writes of a date is quoted as it stands.
			if (path === 'when.words') continue;
			for (const name of namesIn(text, known)) {
				report({ file, path, message: `"${name}" looks like the name of someone who is no actor`, fix: FIX });
			}
		}
	}
}
