import type { AtlasRecord } from '../../lib/model/record.ts';
import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'actors-resolve',
	description: 'Every actor that is named exists in actors.json, and no actor belongs to itself by way of others.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.records) {
			for (const [path, id] of actorsNamed(value)) resolve(atlas, { file, path, id }, report);
		}
		for (const { file, value } of atlas.actors) {
			for (const [i, { member_of: id }] of value.actors.entries()) {
				if (id !== null) resolve(atlas, { file, path: `actors[${i}].member_of`, id }, report);
			}
			for (const [i, { id }] of value.actors.entries()) {
				const circle = circleFrom(atlas, id);
				if (circle === null) continue;
				const message = `membership runs in a circle: ${circle.join(' -> ')}`;
				report({ file, path: `actors[${i}].member_of`, message, fix: 'write null for the one at the top' });
			}
		}
	},
};

function actorsNamed(record: AtlasRecord): [path: string, id: string][] {
	const named: [string, string][] = [];
	const add = (path: string, ids: readonly string[]) => ids.forEach((id, i) => named.push([`${path}[${i}]`, id]));
	if (record.unit === 'statement') {
		add('speakers', record.speakers);
		add('addressees', record.addressees);
	} else {
		add('perpetrators', record.perpetrators);
		add('targets', record.targets);
	}
	for (const [i, claim] of record.claims.entries()) {
		if (claim.claimant.actor !== null) named.push([`claims[${i}].claimant.actor`, claim.claimant.actor]);
		if (claim.topic === 'perpetrator' || claim.topic === 'target') add(`claims[${i}].value`, claim.value ?? []);
	}
	for (const [i, { asserted_by: id }] of record.links.entries()) {
		if (id !== null) named.push([`links[${i}].asserted_by`, id]);
	}
	for (const [i, { asserted_by: id }] of (record.unit === 'incident' ? record.route : []).entries()) {
		if (id !== null) named.push([`route[${i}].asserted_by`, id]);
	}
	return named;
}

function resolve(
	atlas: Atlas,
	{ file, path, id }: { file: string; path: string; id: string },
	report: (issue: Issue) => void,
) {
	if (atlas.actorById.has(id) || atlas.isUnreadable('actor', id)) return;
	const message = `there is no actor "${id}"`;
	report({
		file,
		path,
		message,
		fix: `correct the id, or add the actor to geodata/actors.json${suggestion(atlas, id)}`,
	});
}

/** An actor whose name or alias is what was written, or whose id shares a word with it. */
function suggestion(atlas: Atlas, id: string): string {
	const words = id.split('-');
	const near = [...atlas.actorById.values()].find(
		(actor) =>
			[actor.name, ...actor.aliases].some((name) => name.toLowerCase().replaceAll(' ', '-') === id) ||
			words.every((word) => actor.id.includes(word)),
	);
	return near ? `; "${near.id}" may be meant` : '';
}

function circleFrom(atlas: Atlas, id: string): string[] | null {
	const line = [id];
	let next = atlas.actorById.get(id)?.member_of ?? null;
	while (next !== null && !line.includes(next)) {
		line.push(next);
		next = atlas.actorById.get(next)?.member_of ?? null;
	}
	return next === id ? [...line, id] : null;
}
