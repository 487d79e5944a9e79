import {
	type Correction,
	CorrectionFile,
	correctionId,
	Facts,
	type PublishedFile,
	type SomeFacts,
} from '../../lib/model/correction.ts';
import { parseEdtf } from '../../lib/model/edtf.ts';
import { formatDay } from '../../lib/model/day.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import type { Atlas } from '../atlas.ts';
import { canonicalValue } from '../canonical-json.ts';
import { factsOf } from '../published-facts.ts';
import type { Source } from '../read-geodata.ts';
import type { Check } from './check.ts';

type FactName = keyof Facts;
const FACT_NAMES = Object.keys(Facts.entries) as FactName[];
const LOG = 'geodata/corrections.json';

export const check: Check = {
	name: 'corrections-recorded',
	description:
		'Whatever differs from what was published (`published.json`) in existence, date, place, toll, parties, attribution or grading is told in `corrections.json`, from what to what and why.',
	scope: 'records',
	check(atlas, report) {
		const [log] = atlas.corrections;
		const [published] = atlas.published;
		const { gazetteer } = atlas;
		if (!log || !published || !gazetteer) return;
		const { corrections } = canonicalValue(CorrectionFile, log.value) as CorrectionFile;
		const { told, issues } = tellAll(published.value, corrections);
		for (const issue of issues) report({ file: log.file, ...issue });

		const seen = new Set<string>();
		for (const source of atlas.records) {
			const { id } = source.value;
			if (seen.has(id)) continue;
			seen.add(id);
			const entry = told.get(id);
			const facts = factsOf(source.value, gazetteer);
			if (!entry) {
				const fix = `add to ${LOG}: ${readyMade({ record: id, change: 'added' })}`;
				report({ file: source.file, path: 'id', message: `"${id}" is new, and no correction says so`, fix });
			} else if (entry.facts) {
				reportChange(source, { ...entry, facts: entry.facts }, facts, report);
			}
		}
		for (const [id, entry] of told) {
			if (seen.has(id) || atlas.isUnreadable('record', id)) continue;
			report({ file: entry.facts ? fileOf(id, entry.facts) : log.file, path: '', ...gone(id, entry, atlas) });
		}
	},
};

/** What the public knows of a record, or will with the entries that are not published yet. */
interface Told {
	title: string;
	/** As published; `null` for a record that is only being added. */
	published: Facts | null;
	/** With the new entries; `null` for a record that is only being added. */
	facts: Facts | null;
	/** Where the new entry stands that changes it. */
	entry: string | null;
}

/** The published records after the entries that are not published yet, which must begin with what was published. */
function tellAll(published: PublishedFile, corrections: readonly Correction[]) {
	const issues: { path: string; message: string; fix: string }[] = [];
	const told = new Map<string, Told>(
		published.records.map(({ id, title, facts }) => [id, { title, published: facts, facts, entry: null }]),
	);
	const isPublished = new Set(published.entries.map(({ id }) => id));
	for (const [i, entry] of corrections.entries()) {
		if (isPublished.has(correctionId(entry))) continue;
		const path = `corrections[${i}]`;
		const id = entry.change === 'renamed' ? entry.was_id : entry.record;
		const before = told.get(id);
		if (entry.change === 'added') told.set(id, { title: '', published: null, facts: null, entry: null });
		if (!before) continue;
		if (entry.change === 'renamed') {
			told.delete(id);
			told.set(entry.record, before);
		} else if (entry.change === 'removed') {
			told.delete(id);
		}
		if ((entry.change !== 'changed' && entry.change !== 'removed') || !before.facts) continue;
		for (const name of FACT_NAMES) {
			const was = entry.was[name];
			if (was === undefined || isSame(was, before.facts[name])) continue;
			const message = `${id} was published with ${name} ${show(before.facts[name])}, not ${show(was)}`;
			issues.push({ path: `${path}.was.${name}`, message, fix: `write ${show(before.facts[name])}` });
		}
		if (entry.change === 'changed') told.set(id, { ...before, facts: { ...before.facts, ...entry.now }, entry: path });
	}
	return { told, issues };
}

function reportChange(
	{ file, value }: Source<AtlasRecord>,
	{ facts: expected, published, entry }: Told & { facts: Facts },
	facts: Facts,
	report: Parameters<Check['check']>[1],
): void {
	const names = FACT_NAMES.filter((name) => !isSame(facts[name], expected[name]));
	if (names.length === 0) return;
	const base = published ?? expected;
	const all = FACT_NAMES.filter((name) => !isSame(facts[name], base[name]));
	const pick = (from: Facts): SomeFacts => Object.fromEntries(all.map((name) => [name, from[name]]));
	const told = names.map((name) => `${name} was ${show(expected[name])}, is ${show(facts[name])}`);
	const json = readyMade({ record: value.id, change: 'changed', was: pick(base), now: pick(facts) });
	const place = entry === null ? `add to ${LOG}` : `write in place of ${entry} of ${LOG}`;
	report({
		file,
		path: names.map((name) => pathOf(name, value)).join(', '),
		message: `${told.join('; ')}, and no correction says so`,
		fix: all.length === 0 ? `remove ${String(entry)} of ${LOG}` : `${place}: ${json}`,
	});
}

function gone(id: string, { title, published, facts }: Told, atlas: Atlas): { message: string; fix: string } {
	if (!facts) return { message: `"${id}" is told as added, but there is no such record`, fix: 'correct the id' };
	const heir = atlas.records.find(({ value }) => value.title === title)?.value.id;
	const json =
		heir === undefined
			? readyMade({ record: id, change: 'removed', title, was: published ?? facts, instead: null })
			: readyMade({ record: heir, change: 'renamed', was_id: id });
	return { message: `"${id}" was published and is gone, and no correction says so`, fix: `add to ${LOG}: ${json}` };
}

/** An entry as it is to be pasted, but for the day and the reason, which only the editor knows. */
function readyMade({ record, change, ...rest }: Record<string, unknown>): string {
	return JSON.stringify({ date: 'YYYY-MM-DD', record, change, ...rest, why: '' });
}

function pathOf(name: FactName, { unit }: AtlasRecord): string {
	if (name === 'date') return 'when.edtf';
	if (name === 'date_of') return 'when.dates';
	if (name === 'killed' || name === 'injured' || name === 'abducted') return `derived.toll.${name}`;
	if (name === 'attribution' || name === 'grading') return `derived.${name}`;
	if (name === 'place' && unit === 'incident') return 'derived.geocoding';
	return name === 'perpetrators' && unit === 'statement' ? 'speakers' : name;
}

function fileOf(id: string, { date }: Facts): string {
	return `geodata/incidents/${formatDay(parseEdtf(date)?.start ?? 0).slice(0, 4)}/${id}.json`;
}

function isSame(a: unknown, b: unknown): boolean {
	return show(a) === show(b);
}

function show(fact: unknown): string {
	return JSON.stringify(fact);
}
