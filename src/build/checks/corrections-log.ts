import {
	addressOf,
	type Correction,
	correctionId,
	type PublishedFile,
	retiredIds,
} from '../../lib/model/correction.ts';
import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';
import { digestOf } from '../published-facts.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'corrections-log',
	description:
		'Corrections stand in the order of their dates, one a day for a record and a kind of change; what is published of them stays as it is. A record is added before anything else is told of it. An id that was given up is never used again, and whatever once had an address leads to a record or a tombstone.',
	scope: 'all',
	check(atlas, report) {
		const [log] = atlas.corrections;
		const [published] = atlas.published;
		if (!log || !published) return;
		const { corrections } = log.value;
		const tell = (path: string, message: string, fix: string) => report({ file: log.file, path, message, fix });
		checkOrder(corrections, published.value, tell);
		checkPublished(corrections, published.value, tell);
		checkLives(corrections, tell);
		checkForms(corrections, atlas, tell);
		checkRetired(corrections, atlas, report);
	},
};

type Tell = (path: string, message: string, fix: string) => void;

function checkOrder(corrections: readonly Correction[], { entries }: PublishedFile, tell: Tell): void {
	const isPublished = new Set(entries.map(({ id }) => id));
	const last = corrections
		.filter((entry) => isPublished.has(correctionId(entry)))
		.reduce((day, { date }) => (date > day ? date : day), '');
	const seen = new Map<string, number>();
	for (const [i, entry] of corrections.entries()) {
		const id = correctionId(entry);
		const path = `corrections[${i}]`;
		const before = corrections[i - 1]?.date ?? '';
		if (entry.date < before) {
			tell(`${path}.date`, `${entry.date} stands after ${before}`, 'put new entries at the end, in the order of dates');
		} else if (entry.date < last && !isPublished.has(id)) {
			const message = `${entry.date} is before ${last}, up to which corrections are published`;
			tell(`${path}.date`, message, 'write the day on which it will be published');
		}
		const other = seen.get(id);
		if (other !== undefined) {
			tell(
				path,
				`"${id}" stands already at corrections[${other}]`,
				'join the two, or date the later one by its own day',
			);
		}
		seen.set(id, i);
	}
}

function checkPublished(corrections: readonly Correction[], { entries }: PublishedFile, tell: Tell): void {
	const byId = new Map(corrections.map((entry, i) => [correctionId(entry), { entry, i }]));
	for (const { id, sha256 } of entries) {
		const found = byId.get(id);
		if (!found) {
			tell('corrections', `"${id}" was published and is missing`, 'put it back; what was told is not untold');
		} else if (digestOf(found.entry) !== sha256) {
			const message = `"${id}" was published with other facts`;
			tell(`corrections[${found.i}]`, message, 'restore it, and tell the change in a new entry at the end');
		}
	}
}

/** Walks through the log from its beginning: what is there, what was given up. */
function checkLives(corrections: readonly Correction[], tell: Tell): void {
	const living = new Set<string>();
	const retired = new Map<string, string>();
	for (const [i, entry] of corrections.entries()) {
		const path = `corrections[${i}]`;
		const begins = entry.change === 'added' || entry.change === 'renamed';
		const continues = entry.change === 'renamed' ? entry.was_id : begins ? null : entry.record;
		if (continues !== null && !living.has(continues)) {
			const gone = retired.get(continues);
			const message = gone === undefined ? `"${continues}" was never added` : `"${continues}" was given up on ${gone}`;
			tell(`${path}.${entry.change === 'renamed' ? 'was_id' : 'record'}`, message, 'correct the id, or the order');
		}
		if (begins && retired.has(entry.record)) {
			const message = `the id "${entry.record}" was given up on ${retired.get(entry.record)!}`;
			tell(`${path}.record`, message, 'give the record an id that never was in use');
		} else if (begins && living.has(entry.record)) {
			tell(`${path}.record`, `"${entry.record}" was added before`, 'remove the entry, or correct the id');
		}
		if (entry.change === 'renamed') give(entry.was_id, entry.date);
		if (entry.change === 'removed') give(entry.record, entry.date);
		if (begins) living.add(entry.record);
	}
	function give(id: string, date: string): void {
		living.delete(id);
		retired.set(id, date);
	}
}

function checkForms(corrections: readonly Correction[], atlas: Atlas, tell: Tell): void {
	const isLiving = (id: string) => atlas.recordById.has(id) || atlas.isUnreadable('record', id);
	for (const [i, entry] of corrections.entries()) {
		const path = `corrections[${i}]`;
		if (entry.change === 'changed') {
			const was = Object.keys(entry.was);
			const now = Object.keys(entry.now);
			if (was.length === 0 || was.sort().join() !== now.sort().join()) {
				const message = `"was" tells ${words(was)}, "now" tells ${words(now)}`;
				tell(path, message, 'tell the same facts in both, at least one');
			}
		}
		if (entry.change !== 'removed' || entry.instead === null) continue;
		const isItself = entry.instead === entry.record;
		if (!isItself && addressOf(entry.instead, corrections, isLiving).kind !== 'unknown') continue;
		const message = isItself
			? `"${entry.instead}" is the removed record itself`
			: `there is no record "${entry.instead}"`;
		tell(`${path}.instead`, message, 'name the record to read instead, or write null');
	}
}

function checkRetired(corrections: readonly Correction[], atlas: Atlas, report: (issue: Issue) => void): void {
	const retired = retiredIds(corrections);
	for (const { file, value } of atlas.records) {
		const date = retired.get(value.id);
		if (date === undefined) continue;
		const message = `the id "${value.id}" was given up on ${date}`;
		report({ file, path: 'id', message, fix: 'give the record an id that never was in use' });
	}
}

function words(keys: readonly string[]): string {
	return keys.length === 0 ? 'nothing' : keys.join(', ');
}
