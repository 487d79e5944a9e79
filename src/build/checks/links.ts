import { parseEdtf } from '../../lib/model/edtf.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import { remedyForMissing } from '../missing-record.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'links',
	description:
		'A link points to another record, stands once, and does not run backwards in time; parts of one salvo, and an attack and its interception, can have happened on one day.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.records) {
			const seen = new Set<string>();
			for (const [i, { to, kind }] of value.links.entries()) {
				const tell = (message: string, fix: string) => report({ file, path: `links[${i}].to`, message, fix });
				const key = `${kind} ${to}`;
				if (seen.has(key)) tell(`the link "${kind}" to "${to}" stands twice`, 'keep one');
				seen.add(key);
				if (to === value.id) {
					tell(`"${to}" is this record itself`, 'name the record it follows, or remove the link');
					continue;
				}
				const target = atlas.recordById.get(to);
				if (!target) {
					if (!atlas.isUnreadable('record', to))
						tell(`there is no record "${to}"`, remedyForMissing(to, atlas, 'correct the id, or add the record'));
				} else if (kind === 'same-salvo' || kind === 'intercepted-by') {
					if (!overlap(value, target)) {
						tell(
							`"${to}" is dated ${target.when.edtf}, which this record, ${value.when.edtf}, does not touch`,
							`correct a date, or the kind of link "${kind}"`,
						);
					}
				} else if (parseEdtf(target.when.edtf)!.start > parseEdtf(value.when.edtf)!.end) {
					tell(
						`"${to}" (${target.when.edtf}) begins after this record ends (${value.when.edtf})`,
						'point from the later record to the earlier one, or correct a date',
					);
				}
			}
		}
	},
};

function overlap(a: AtlasRecord, b: AtlasRecord): boolean {
	const ours = parseEdtf(a.when.edtf)!;
	const theirs = parseEdtf(b.when.edtf)!;
	return ours.start <= theirs.end && theirs.start <= ours.end;
}
