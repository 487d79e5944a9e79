import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, dayFromParts } from '../model/day.ts';
import { keysOf, KINDS } from '../model/vocabulary.ts';
import { ATTRIBUTION_CODES, GRADING_CODES, OUTCOME_CODES, SIDE_CODES } from './incident-table.ts';
import { formatView, PARAMETERS, parseView } from './url.ts';
import { DEFAULT_VIEW, NO_FILTERS, type View } from './view.ts';

const day = fc.integer({ min: dayFromParts(1000, 1, 1), max: dayFromParts(9999, 12, 31) });
const range = fc.tuple(day, day).map(([a, b]): [Day, Day] => [Math.min(a, b), Math.max(a, b)]);
const id = fc.stringMatching(/^[\w:.-]{1,40}$/);
const decimal = (limit: number, decimals: number) =>
	fc.integer({ min: -limit * 10 ** decimals, max: limit * 10 ** decimals }).map((n) => n / 10 ** decimals);

const view: fc.Arbitrary<View> = fc.record({
	range: fc.option(range),
	position: fc.option(day),
	mode: fc.constantFrom('window', 'cumulative', 'trail'),
	windowDays: fc.integer({ min: 1, max: 36_500 }),
	daysPerSecond: fc.integer({ min: 1, max: 4 * 3650 }).map((n) => n / 4),
	loop: fc.boolean(),
	skipIdle: fc.boolean(),
	fold: fc.boolean(),
	toll: fc.boolean(),
	filters: fc.record({
		side: fc.subarray([...SIDE_CODES]),
		kind: fc.subarray(keysOf(KINDS)),
		attribution: fc.subarray([...ATTRIBUTION_CODES]),
		grading: fc.subarray([...GRADING_CODES]),
		outcome: fc.subarray([...OUTCOME_CODES]),
		place: fc.uniqueArray(id, { maxLength: 5 }),
		text: fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => text.length <= 200),
		by: fc.uniqueArray(id, { maxLength: 3 }),
		against: fc.uniqueArray(id, { maxLength: 3 }),
	}),
	reading: fc.record({
		figure: fc.constantFrom('low', 'best', 'high'),
		toldBy: fc.option(
			fc.oneof(
				fc.record({ kind: fc.constant('report' as const), id }),
				fc.record({
					kind: fc.constant('claimant' as const),
					key: fc.constantFrom('iraqi-army', 'Iraqi sources, unnamed'),
				}),
			),
		),
		sources: fc.integer({ min: 1, max: 99 }),
		knownOn: fc.option(day),
	}),
	chain: fc.option(id),
	glance: fc.boolean(),
	intensity: fc.boolean(),
	selected: fc.option(id),
	camera: fc.option(fc.record({ lng: decimal(180, 4), lat: decimal(90, 4), zoom: decimal(12, 2).map(Math.abs) })),
	projection: fc.constantFrom('mercator', 'globe'),
	show: fc.constantFrom('auto', 'symbols', 'density'),
	links: fc.boolean(),
	dimmed: fc.boolean(),
	panel: fc.constantFrom('map', 'table'),
	theme: fc.constantFrom('auto', 'light', 'dark'),
	language: fc.constant('en'),
});

test('any view comes back from its address', () => {
	fc.assert(
		fc.property(view, (original) => {
			expect(parseView(formatView(original))).toEqual(original);
		}),
	);
});

test('the default view has an empty address', () => {
	expect(formatView(DEFAULT_VIEW)).toBe('');
	expect(parseView('')).toEqual(DEFAULT_VIEW);
});

test('an address is readable', () => {
	const filters = { ...NO_FILTERS, side: ['iran', 'unnamed'] as const, text: 'base, drone' };
	const days = { range: [dayFromParts(2024, 1, 1), dayFromParts(2024, 7, 31)] as const, position: 19_934 };
	expect(formatView({ ...DEFAULT_VIEW, ...days, filters })).toBe(
		'range=2024-01-01..2024-07-31&at=2024-07-30&side=iran,unnamed&text=base,+drone',
	);
});

test.each([
	'range=2024-07-31..2024-01-01',
	'range=2024-02-30..2024-03-01',
	'range=2024-01-01',
	'range=2024-01-01..2024-01-02..2024-01-03',
	'at=yesterday',
	'at=2024-7-3',
	'mode=sideways',
	'projection=flat-earth',
	'show=heat',
	'dimmed=perhaps',
	'window=0',
	'window=1e9',
	'window=-7',
	'speed=fast',
	'speed=0',
	'speed=0.1',
	'speed=3650.25',
	'speed=1e3',
	'loop=1',
	'skip=',
	'fold=true',
	'toll=YES',
	'side=martians',
	'kind=,',
	'attribution=constructor',
	'outcome=__proto__',
	'place=<script>',
	'selected=%00',
	'selected=',
	'camera=200,0,3',
	'camera=0,0',
	'camera=,,',
	'camera=NaN,0,3',
	'camera=0,0,99',
	'panel=kitchen',
	'theme=sepia',
	'language=tlh',
	`text=${'x'.repeat(201)}`,
	'unknown=1',
	'%E0%A4%A',
])('nonsense falls back: %s', (query) => {
	expect(parseView(query)).toEqual(DEFAULT_VIEW);
});

test('a link of before speeds in quarters and switches opens what it opened', () => {
	expect(parseView('mode=window&window=90&speed=7')).toEqual({
		...DEFAULT_VIEW,
		mode: 'window',
		windowDays: 90,
		daysPerSecond: 7,
	});
});

test('switches are written as yes and no, and only where they differ from the default', () => {
	const switched = { ...DEFAULT_VIEW, loop: true, skipIdle: false, fold: true, toll: true, daysPerSecond: 0.25 };
	expect(formatView(switched)).toBe('speed=0.25&loop=yes&skip=no&fold=yes&toll=yes');
	expect(parseView('loop=no&skip=yes&fold=no&toll=no')).toEqual(DEFAULT_VIEW);
});

test('known values survive beside unknown ones', () => {
	expect(parseView('side=iran,martians,iran,israel').filters.side).toEqual(['iran', 'israel']);
	expect(parseView('mode=sideways&at=2024-07-30')).toEqual({ ...DEFAULT_VIEW, position: 19_934 });
});

test('any query whatever gives a view that has an address', () => {
	const names = PARAMETERS.map(({ name }) => name);
	const query = fc
		.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })))
		.map((pairs) => new URLSearchParams(pairs).toString());
	fc.assert(
		fc.property(query, (text) => {
			const parsed = parseView(text);
			expect(parseView(formatView(parsed))).toEqual(parsed);
		}),
	);
});
