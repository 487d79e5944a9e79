import { parseEdtf } from '../../lib/model/edtf.ts';
import type { AtlasRecord, Link } from '../../lib/model/record.ts';
import { remedyForMissing } from '../missing-record.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'links',
	description:
		'A link points to another record, stands once, and does not run backwards in time; parts of one salvo, and an attack and its interception, can have happened on one day. An inferred link has the reason of the editors, nobody who asserts it, and never speaks of retaliation claimed; a link that somebody asserts has no reason.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.records) {
			const seen = new Set<string>();
			for (const [i, link] of value.links.entries()) {
				const { to, kind } = link;
				const tell = (message: string, fix: string) => report({ file, path: `links[${i}].to`, message, fix });
				for (const { property, message, fix } of basisProblems(link)) {
					report({ file, path: `links[${i}].${property}`, message, fix });
				}
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

/** Whether it stays plain who says it: somebody in a report, or nobody but the editors. */
function basisProblems({
	basis,
	kind,
	asserted_by,
	reason,
}: Link): { property: string; message: string; fix: string }[] {
	if (basis === 'asserted') {
		const fix = 'write null; or, if nobody says it, the basis "inferred"';
		return reason === null
			? []
			: [{ property: 'reason', message: 'only an inferred link has a reason of the editors', fix }];
	}
	const problems = [];
	if (reason === null) {
		const fix = 'say from what it is inferred; or remove the link';
		problems.push({ property: 'reason', message: 'an inferred link needs the reason of the editors', fix });
	}
	if (asserted_by !== null) {
		const message = `the link is inferred, yet "${asserted_by}" is said to assert it`;
		problems.push({ property: 'asserted_by', message, fix: 'write null, or the basis "asserted"' });
	}
	if (kind === 'retaliation-claimed-for') {
		const message = 'retaliation is claimed by somebody, and cannot be inferred';
		problems.push({ property: 'kind', message, fix: 'write "follows", or the basis "asserted"' });
	}
	return problems;
}

function overlap(a: AtlasRecord, b: AtlasRecord): boolean {
	const ours = parseEdtf(a.when.edtf)!;
	const theirs = parseEdtf(b.when.edtf)!;
	return ours.start <= theirs.end && theirs.start <= ours.end;
}
