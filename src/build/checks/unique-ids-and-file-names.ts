import { parseEdtf } from '../../lib/model/edtf.ts';
import { formatDay } from '../../lib/model/day.ts';
import { baseName } from '../read-geodata.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'unique-ids-and-file-names',
	description:
		'Every id is used once; a report and a record are named like their file, and a record lies in the folder of the year it starts in.',
	scope: 'all',
	check({ reports, records, actors, places }, report) {
		const named = [...reports, ...records].map(({ file, value }) => ({ file, path: 'id', id: value.id }));
		findRepeated(named, report);
		findRepeated(
			actors.flatMap(({ file, value }) => value.actors.map(({ id }, i) => ({ file, path: `actors[${i}].id`, id }))),
			report,
		);
		findRepeated(
			places.flatMap(({ file, value }) => value.features.map(({ id }, i) => ({ file, path: `features[${i}].id`, id }))),
			report,
		);
		for (const { file, value } of records) {
			findRepeated(
				value.claims.map(({ id }, i) => ({ file, path: `claims[${i}].id`, id })),
				report,
			);
		}
		for (const { file, id } of named) {
			if (baseName(file) === id) continue;
			const message = `"${id}" is not the name of the file, "${baseName(file)}"`;
			report({ file, path: 'id', message, fix: `write "${baseName(file)}" or rename the file to ${id}.json` });
		}
		for (const { file, value } of records) {
			const span = parseEdtf(value.when.edtf);
			const folder = span && `geodata/incidents/${formatDay(span.start).slice(0, 4)}/`;
			if (folder === null || file === `${folder}${baseName(file)}.json`) continue;
			report({
				file,
				path: 'when.edtf',
				message: `"${value.when.edtf}" does not belong here`,
				fix: `move the file to ${folder}`,
			});
		}
	},
};

interface Named {
	file: string;
	path: string;
	id: string;
}

function findRepeated(items: readonly Named[], report: (issue: Issue) => void): void {
	const first = new Map<string, Named>();
	for (const item of items) {
		const other = first.get(item.id);
		if (!other) {
			first.set(item.id, item);
			continue;
		}
		const where = other.file === item.file ? `at ${other.path}` : `in ${other.file}`;
		report({
			file: item.file,
			path: item.path,
			message: `the id "${item.id}" is used already ${where}`,
			fix: 'give one of them another id',
		});
	}
}
