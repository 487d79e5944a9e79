import { formatDay, parseDay } from '../model/day.ts';
import type { Reading } from '../model/reading.ts';
import { ATTRIBUTION_CODES, GRADING_CODES, KIND_CODES, OUTCOME_CODES, SIDE_CODES } from './incident-table.ts';
import { FASTEST, SLOWEST } from './playback.ts';
import { type Camera, DEFAULT_VIEW, type FacetName, type View } from './view.ts';

/** How one part of the view is written in the address. `parse` gives `undefined` for nonsense, which falls back. */
interface Parameter<T> {
	readonly name: string;
	readonly get: (view: View) => T;
	readonly set: (view: View, value: T) => View;
	readonly format: (value: T) => string;
	readonly parse: (text: string) => T | undefined;
}

function parameter<T>(definition: Parameter<T>): Parameter<unknown> {
	return definition as unknown as Parameter<unknown>;
}

/** Every parameter of the address, in the order they are written. A value equal to the default is left out. */
export const PARAMETERS: readonly Parameter<unknown>[] = [
	parameter<View['range']>({
		name: 'range',
		get: (view) => view.range,
		set: (view, range) => ({ ...view, range }),
		format: (range) => (range ? range.map(formatDay).join('..') : ''),
		parse: parseRange,
	}),
	parameter<View['position']>({
		name: 'at',
		get: (view) => view.position,
		set: (view, position) => ({ ...view, position }),
		format: (position) => (position === null ? '' : formatDay(position)),
		parse: (text) => parseDay(text) ?? undefined,
	}),
	parameter<View['mode']>({
		name: 'mode',
		get: (view) => view.mode,
		set: (view, mode) => ({ ...view, mode }),
		format: String,
		parse: oneOf(['window', 'cumulative', 'trail']),
	}),
	parameter<number>({
		name: 'window',
		get: (view) => view.windowDays,
		set: (view, windowDays) => ({ ...view, windowDays }),
		format: String,
		parse: wholeNumber(1, 36_500),
	}),
	parameter<number>({
		name: 'speed',
		get: (view) => view.daysPerSecond,
		set: (view, daysPerSecond) => ({ ...view, daysPerSecond }),
		format: String,
		parse: quarters(SLOWEST, FASTEST),
	}),
	switchParameter('loop', 'loop'),
	switchParameter('skip', 'skipIdle'),
	switchParameter('fold', 'fold'),
	switchParameter('toll', 'toll'),
	listParameter('side', SIDE_CODES),
	listParameter('kind', KIND_CODES),
	listParameter('attribution', ATTRIBUTION_CODES),
	listParameter('grading', GRADING_CODES),
	listParameter('outcome', OUTCOME_CODES),
	listParameter('place', null),
	listParameter('by', null),
	listParameter('against', null),
	parameter<string>({
		name: 'text',
		get: (view) => view.filters.text,
		set: (view, text) => ({ ...view, filters: { ...view.filters, text } }),
		format: (text) => text,
		parse: (text) => (text.length <= 200 ? text : undefined),
	}),
	readingParameter('figure', 'figure', String, oneOf(['low', 'best', 'high'])),
	readingParameter('told', 'toldBy', formatTeller, parseTeller),
	readingParameter('sources', 'sources', String, wholeNumber(1, 99)),
	readingParameter(
		'known',
		'knownOn',
		(day) => (day === null ? '' : formatDay(day)),
		(text) => parseDay(text) ?? undefined,
	),
	idParameter('selected'),
	idParameter('chain'),
	switchParameter('glance', 'glance'),
	switchParameter('intensity', 'intensity'),
	parameter<Camera | null>({
		name: 'camera',
		get: (view) => view.camera,
		set: (view, camera) => ({ ...view, camera }),
		format: (camera) => (camera ? `${round(camera.lng, 4)},${round(camera.lat, 4)},${round(camera.zoom, 2)}` : ''),
		parse: parseCamera,
	}),
	parameter<View['projection']>({
		name: 'projection',
		get: (view) => view.projection,
		set: (view, projection) => ({ ...view, projection }),
		format: String,
		parse: oneOf(['mercator', 'globe']),
	}),
	parameter<View['show']>({
		name: 'show',
		get: (view) => view.show,
		set: (view, show) => ({ ...view, show }),
		format: String,
		parse: oneOf(['auto', 'symbols', 'density']),
	}),
	switchParameter('links', 'links'),
	parameter<boolean>({
		name: 'dimmed',
		get: (view) => view.dimmed,
		set: (view, dimmed) => ({ ...view, dimmed }),
		format: (dimmed) => (dimmed ? 'yes' : 'no'),
		parse: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
	}),
	parameter<View['panel']>({
		name: 'panel',
		get: (view) => view.panel,
		set: (view, panel) => ({ ...view, panel }),
		format: String,
		parse: oneOf(['map', 'table']),
	}),
	parameter<View['theme']>({
		name: 'theme',
		get: (view) => view.theme,
		set: (view, theme) => ({ ...view, theme }),
		format: String,
		parse: oneOf(['auto', 'light', 'dark']),
	}),
	parameter<View['language']>({
		name: 'language',
		get: (view) => view.language,
		set: (view, language) => ({ ...view, language }),
		format: String,
		parse: oneOf(['en']),
	}),
];

/** The view as a query string without `?`; empty for the default view. */
export function formatView(view: View): string {
	const query = new URLSearchParams();
	for (const { name, get, format } of PARAMETERS) {
		const text = format(get(view));
		if (text !== format(get(DEFAULT_VIEW))) query.set(name, text);
	}
	return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The view of a query string. What is missing, unknown or nonsense takes its default. */
export function parseView(query: string): View {
	const given = new URLSearchParams(query);
	return PARAMETERS.reduce((view, { name, set, parse }) => {
		const text = given.get(name);
		const value = text === null ? undefined : parse(text);
		return value === undefined ? view : set(view, value);
	}, DEFAULT_VIEW);
}

function listParameter(name: FacetName | 'by' | 'against', allowed: readonly string[] | null): Parameter<unknown> {
	return parameter<readonly string[]>({
		name,
		get: (view) => view.filters[name],
		set: (view, values) => ({ ...view, filters: { ...view.filters, [name]: values } }),
		format: (values) => values.join(','),
		parse: (text) => {
			const known = text.split(',').filter((value) => (allowed ? allowed.includes(value) : isId(value)));
			return known.length > 0 ? [...new Set(known)] : undefined;
		},
	});
}

function switchParameter(
	name: string,
	key: 'loop' | 'skipIdle' | 'fold' | 'toll' | 'glance' | 'intensity' | 'links',
): Parameter<unknown> {
	return parameter<boolean>({
		name,
		get: (view) => view[key],
		set: (view, value) => ({ ...view, [key]: value }),
		format: (value) => (value ? 'yes' : 'no'),
		parse: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
	});
}

/** One part of the reading. */
function readingParameter<Key extends keyof Reading>(
	name: string,
	key: Key,
	format: (value: Reading[Key]) => string,
	parse: (text: string) => Reading[Key] | undefined,
): Parameter<unknown> {
	return parameter<Reading[Key]>({
		name,
		get: (view) => view.reading[key],
		set: (view, value) => ({ ...view, reading: { ...view.reading, [key]: value } }),
		format,
		parse,
	});
}

/** `report:<id>` or `claimant:<key>`, as the key of one who is no actor is a name. */
function formatTeller(teller: Reading['toldBy']): string {
	if (teller === null) return '';
	return teller.kind === 'report' ? `report:${teller.id}` : `claimant:${teller.key}`;
}

function parseTeller(text: string): Reading['toldBy'] | undefined {
	const [, kind, name] = /^(report|claimant):(.{1,200})$/.exec(text) ?? [];
	if (kind === undefined || name === undefined) return undefined;
	return kind === 'report' ? { kind, id: name } : { kind: 'claimant', key: name };
}

function idParameter(key: 'selected' | 'chain'): Parameter<unknown> {
	return parameter<string | null>({
		name: key,
		get: (view) => view[key],
		set: (view, id) => ({ ...view, [key]: id }),
		format: (id) => id ?? '',
		parse: (text) => (isId(text) ? text : undefined),
	});
}

function isId(text: string): boolean {
	return /^[\w:.-]{1,120}$/.test(text);
}

function parseRange(text: string): View['range'] | undefined {
	const [from, to, ...rest] = text.split('..').map(parseDay);
	if (from == null || to == null || rest.length > 0 || to < from) return undefined;
	return [from, to];
}

function parseCamera(text: string): Camera | undefined {
	const parts = text.split(',');
	if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return undefined;
	const [lng, lat, zoom] = parts.map(Number) as [number, number, number];
	const isValid = Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24;
	return isValid ? { lng, lat, zoom } : undefined;
}

function oneOf<const T extends string>(allowed: readonly T[]): (text: string) => T | undefined {
	return (text) => allowed.find((value) => value === text);
}

function wholeNumber(lowest: number, highest: number): (text: string) => number | undefined {
	return (text) => {
		const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
		return value >= lowest && value <= highest ? value : undefined;
	};
}

function quarters(lowest: number, highest: number): (text: string) => number | undefined {
	return (text) => {
		const value = /^\d{1,4}(\.(25|5|75))?$/.test(text) ? Number(text) : NaN;
		return value >= lowest && value <= highest ? value : undefined;
	};
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}
