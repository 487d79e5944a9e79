import { parseEdtf } from '../../lib/model/edtf.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import { incidentSources } from '../atlas.ts';
import { remedyForMissing } from '../missing-record.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'near-duplicates',
	description:
		'Two incidents of one kind at one place (or neither with a place) on overlapping dates say in differs_from why they are two; differs_from names nothing else than records that share place, kind or date.',
	scope: 'records',
	check(atlas, report) {
		const incidents = incidentSources(atlas);
		for (const [i, { file, value }] of incidents.entries()) {
			for (const { value: other } of incidents.slice(0, i)) {
				if (
					value.id === other.id ||
					inCommon(value, other).length < 3 ||
					saysWhy(value, other) ||
					saysWhy(other, value)
				)
					continue;
				const message = `"${value.id}" and "${other.id}" are of one kind, at one place, on overlapping dates`;
				report({ file, path: 'differs_from', message, fix: 'join them, or say in differs_from why they are two' });
			}
		}
		for (const { file, value } of atlas.records) {
			for (const [i, { id }] of value.differs_from.entries()) {
				const path = `differs_from[${i}].id`;
				const other = atlas.recordById.get(id);
				if (id === value.id) report({ file, path, message: `"${id}" is this record itself`, fix: 'remove it' });
				else if (!other) {
					if (atlas.isUnreadable('record', id)) continue;
					const fix = remedyForMissing(id, atlas, 'correct the id, or remove the entry');
					report({ file, path, message: `there is no record "${id}"`, fix });
				} else if (inCommon(value, other).length === 0) {
					const message = `"${id}" cannot be taken for this record: they share neither place nor kind nor date`;
					report({ file, path, message, fix: 'remove the entry; it is no longer needed' });
				}
			}
		}
	},
};

function saysWhy(record: AtlasRecord, other: AtlasRecord): boolean {
	return record.differs_from.some(({ id }) => id === other.id);
}

function inCommon(a: AtlasRecord, b: AtlasRecord): ('place' | 'kind' | 'date')[] {
	const ours = parseEdtf(a.when.edtf)!;
	const theirs = parseEdtf(b.when.edtf)!;
	return [
		...(placeKey(a) === placeKey(b) ? (['place'] as const) : []),
		...(kindOf(a) === kindOf(b) ? (['kind'] as const) : []),
		...(ours.start <= theirs.end && theirs.start <= ours.end ? (['date'] as const) : []),
	];
}

function placeKey({ place, ...record }: AtlasRecord): string | null {
	const found = record.unit === 'incident' ? (record.derived.geocoding?.place_id ?? null) : null;
	return found ?? place?.name.toLowerCase() ?? null;
}

function kindOf(record: AtlasRecord): string {
	return record.unit === 'statement' ? record.plover : record.kind;
}
