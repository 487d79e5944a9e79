import { formatDay } from '../../lib/model/day.ts';
import { type DaySpan, parseEdtf } from '../../lib/model/edtf.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** A weekday names one day only within so many. */
const WEEK_DAYS = 7;

export const check: Check = {
	name: 'dates-consistent',
	description:
		'No event is later than the reports that tell it; the date its words were resolved against is a date of a report or of another record; and a day is no finer than that date allows.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.records) {
			const span = parseEdtf(value.when.edtf)!;
			const tell = (path: string, message: string, fix: string) => report({ file, path, message, fix });
			checkPublication(value, span, atlas, tell);
			checkAnchor(value, span, atlas, tell);
			checkDateClaims(value, span, file, report);
		}
	},
};

type Tell = (path: string, message: string, fix: string) => void;

function checkPublication(record: AtlasRecord, span: DaySpan, atlas: Atlas, tell: Tell): void {
	const cited = new Set(record.claims.map((claim) => claim.report));
	const basis = record.when.locator.report;
	if (!cited.has(basis)) {
		tell(
			'when.locator.report',
			`no claim is from "${basis}"`,
			'add a claim from it, or take the date from a cited report',
		);
	}
	for (const id of new Set([...cited, basis])) {
		const published = publicationOf(id, atlas);
		if (!published) continue;
		if (span.start > published.end) {
			const message = `"${record.when.edtf}" is after ${id} was published, ${formatDay(published.end)} at the latest`;
			tell('when.edtf', message, 'correct the date, or the date of publication');
		} else if (id === basis && span.end > published.end) {
			const message = `"${record.when.edtf}" reaches beyond the day ${id} was published, ${formatDay(published.end)} at the latest`;
			tell('when.edtf', message, `end it on ${formatDay(published.end)}`);
		}
	}
}

function checkAnchor(record: AtlasRecord, span: DaySpan, atlas: Atlas, tell: Tell): void {
	const anchor = parseEdtf(record.when.anchor)!;
	const dates = [
		...[...atlas.reportById.values()].map((report) => parseEdtf(report.published)!),
		...[...atlas.recordById.values()].filter(({ id }) => id !== record.id).map(({ when }) => parseEdtf(when.edtf)!),
	];
	if (atlas.unreadable.size === 0 && !dates.some((date) => date.start <= anchor.start && anchor.end <= date.end)) {
		const message = `"${record.when.anchor}" is the date of no report and of no other record`;
		tell('when.anchor', message, 'write the date of publication, or of the record that the words refer to');
	}
	const isRelative = !/\d/.test(record.when.words);
	if (isRelative && span.precision === 'day' && anchor.end - anchor.start + 1 > WEEK_DAYS) {
		const message = `the day "${record.when.edtf}" is finer than "${record.when.words}" allows against "${record.when.anchor}"`;
		tell('when.edtf', message, 'write the interval the words allow, or the narrower date they were resolved against');
	}
}

function checkDateClaims(record: AtlasRecord, span: DaySpan, file: string, report: (issue: Issue) => void): void {
	for (const [i, claim] of record.claims.entries()) {
		if (claim.topic !== 'date' || claim.value === null || claim.stance === 'denies') continue;
		const claimed = parseEdtf(claim.value)!;
		if (claimed.start <= span.end && span.start <= claimed.end) continue;
		const message = `${claim.id} dates it "${claim.value}", which "${record.when.edtf}" leaves out`;
		report({ file, path: `claims[${i}].value`, message, fix: 'widen when.edtf, or correct the claim' });
	}
}

function publicationOf(id: string, atlas: Atlas): DaySpan | null {
	const source = atlas.reportById.get(id);
	return source ? parseEdtf(source.published) : null;
}
