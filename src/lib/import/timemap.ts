import type { OriginalObject } from '../model/original.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { isNamed, memberOf, tooDeep } from './feature/foreign-geojson.ts';
import { type Format, ImportError, type Survey } from './format.ts';
import { foldWord, quoteCell } from './cells/clean-cell.ts';
import type { FixedRoles } from './feature/feature-to-row.ts';
import type { Rejection } from './imported-row.ts';
import { streamJson } from './json/json-stream.ts';
import { parseValue } from './json/json-value.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';
import { splitSources } from './cells/split-sources.ts';

/** What an event of TimeMap has; two of the others besides date and description tell it from any other list. */
const SIGNS = ['associations', 'sources', 'location', 'latitude', 'time', 'graphic', 'filters', 'comments', 'category'];
const LEAST_SIGNS = 3;
const SURELY = 0.92;
/** Around an event lie its list and, as a rule, an object. */
const AROUND = 2;
const ROLES: FixedRoles = {
	id: 'id',
	title: 'description',
	summary: 'description',
	date: 'date',
	place: 'location',
	latitude: 'latitude',
	longitude: 'longitude',
	kind: 'category',
};

/**
 * Events of TimeMap: a list, or the member `events` of an object that may hold their `sources` too. Dates are written
 * `month/day/year`; a time of `00:00` means that none is known, and times are set aside here anyway.
 */
export const timemap: Format = {
	id: 'timemap',

	recognise({ text }) {
		const first = /^[\ufeff\s]*(?:\{[^[\]]{0,2000}?"events"\s*:\s*)?\[\s*\{/.exec(text);
		if (first === null) return 0;
		const event = text.slice(first[0].length, first[0].length + 20_000);
		const has = (name: string) => event.includes(`"${name}"`);
		if (!has('date') || !has('description') || has('geometry') || has('properties')) return 0;
		return SIGNS.filter(has).length >= LEAST_SIGNS ? SURELY : 0;
	},

	async survey(source, signal): Promise<Survey> {
		const survey = await surveyFeatures(
			'timemap',
			eventsOf(source, signal, new Map(), () => undefined),
			signal,
			{
				fixed: ROLES,
			},
		);
		const dateOrder = survey.dateOrder === 'ambiguous' ? 'month-first' : survey.dateOrder;
		return { ...survey, mapping: null, dateOrder };
	},

	async read(source, options, sink) {
		const sources = await sourcesOf(source, options.signal);
		const events = eventsOf(source, options.signal, sources, (bytes) => sink.progress(bytes));
		const month = { ...options, mapping: null, dateOrder: options.dateOrder ?? ('month-first' as const) };
		const named: typeof sink = {
			reject: (rejection) => sink.reject(rejection),
			progress: (bytes) => sink.progress(bytes),
			accept: (row) => sink.accept({ ...row, sources: namesOf(row.original, sources) }),
		};
		await readFeatures(events, month, named, { fixed: ROLES });
	},
};

type Sources = ReadonlyMap<string, string>;

async function* eventsOf(
	source: SourceFile,
	signal: AbortSignal,
	sources: Sources,
	onprogress: (bytes: number) => void,
): AsyncGenerator<(ForeignFeature | Rejection)[]> {
	const { elements, met } = streamJson(source, ['events'], signal, onprogress);
	let number = 0;
	for await (const batch of elements) {
		yield batch.map(({ text, isTooDeep }) => {
			number++;
			if (isTooDeep) return tooDeep(text, `events[${number - 1}]`, AROUND, number);
			const value = parseValue(text);
			if (isNamed(value)) return { number, id: idOf(value), geometry: undefined, properties: value as OriginalObject };
			return { number, column: null, value: quoteCell(text), reason: 'It is no event: an object is due.' };
		});
	}
	if (met.hasList) return;
	throw new ImportError(
		sources.size > 0 || met.members.size > 0
			? 'It holds no events: sources alone are not read. Import the file of events, or both as {"events": [...], "sources": {...}}.'
			: 'It holds no events.',
	);
}

function idOf(event: Readonly<Record<string, unknown>>): string | null {
	const id = memberOf(event, 'id');
	return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/** What the sources of the same file are called, by id: address, title or description, whichever there is. */
async function sourcesOf(source: SourceFile, signal: AbortSignal): Promise<Sources> {
	const names = new Map<string, string>();
	if (source.size === null) return names;
	const { elements, met } = streamJson(source, ['events'], signal, () => undefined);
	try {
		for await (const batch of elements) if (batch.length < 0) return names;
	} catch (error) {
		// Said when the events are read.
		if (!(error instanceof ImportError)) throw error;
	}
	const sources = met.tooDeep.has('sources') ? undefined : parseValue(met.members.get('sources') ?? 'null');
	const list = Array.isArray(sources)
		? sources.map((each: unknown) => [null, each] as const)
		: Object.entries(sources ?? {});
	for (const [key, each] of list) {
		if (!isNamed(each)) continue;
		const id = key ?? idOf(each);
		const name = ['url', 'title', 'description', 'id'].map((part) => memberOf(each, part)).find(isText);
		if (id !== null && name !== undefined) names.set(id, name);
	}
	return names;
}

/** The sources of an event, all of them: names, or ids that stand for one. */
function namesOf(event: OriginalObject, sources: Sources): string[] {
	const listed = Object.keys(event).find((name) => /^sources?\d*$/.test(foldWord(name)));
	const value = listed === undefined ? [] : event[listed];
	const written = Array.isArray(value) ? (value as unknown[]) : [value];
	return written.filter(isText).flatMap((each) => splitSources(sources.get(each) ?? each));
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
