import type { Measures, ModeMeasures } from './measure.ts';
import type { ApproachName, Mode } from './page/main.ts';

/** One line of the table of what is to be reached. */
export interface Verdict {
	readonly measure: string;
	readonly figure: string;
	readonly bar: string;
	/** `null` where the run left out what it takes. */
	readonly isReached: boolean | null;
}

const MODES: readonly Mode[] = ['window', 'cumulative'];
const MILLION = 1_000_000;

/** Holds what was measured against what is to be reached. */
export function verdicts(all: readonly Measures[]): Verdict[] {
	const of = (approach: ApproachName, length: number) =>
		all.find((measures) => measures.approach === approach && measures.length === length);
	const page = of('page', MILLION);
	const small = of('page', 1000);
	const [whole, geojson, symbols] = [of('atlas', MILLION), of('geojson', MILLION), of('symbols', MILLION)];
	const worst = (measures: Measures | undefined, figure: (mode: ModeMeasures) => number | null) =>
		measures && Math.max(...MODES.map((mode) => figure(measures.byMode[mode]) ?? NaN));
	const gpu = (approach: 'atlas' | 'symbols', mode: Mode, bar: number) => {
		const [ours, theirs, empty] = [of(approach, 100_000), of('deck', 100_000), of('empty', 100_000)];
		const cost = (measures: Measures) => measures.byMode[mode].gpu;
		const which = `100k, ${mode}${approach === 'symbols' ? ', every symbol drawn' : ''}`;
		const share = (value: number) => `1/${(1 / value).toFixed(1)}`;
		return [
			line(
				`GPU process per step over deck.gl's, ${which}`,
				ours && theirs && cost(ours) / cost(theirs),
				1 / bar,
				share,
				`1/${bar}`,
			),
			line(
				`the same less the frame of an empty map, ${which}`,
				ours && theirs && empty && (cost(ours) - cost(empty)) / (cost(theirs) - cost(empty)),
				1 / bar,
				share,
				`1/${bar}`,
			),
		];
	};
	/** Some hundred kilobytes that vary from run to run: growth shows against the most that fewer incidents take. */
	const allocation = (approach: 'page' | 'symbols', mode: Mode) => {
		const of = (measures: Measures) => measures.byMode[mode].allocation;
		const fewer = all.filter((measures) => measures.approach === approach && measures.length < MILLION).map(of);
		const more = all.find((measures) => measures.approach === approach && measures.length === MILLION);
		return line(
			`allocation per step, 1M over the most of fewer, ${approach}, ${mode}`,
			more && fewer.length > 0 ? of(more) / Math.max(...fewer) : undefined,
			1.25,
			times,
		);
	};
	const ms = (value: number) => `${round(value)} ms`;
	const times = (value: number) => `${value.toFixed(2)}x`;
	return [
		...MODES.map((mode) =>
			line(
				`script per step, 1M over 1k, ${mode}`,
				page && small && page.byMode[mode].script / small.byMode[mode].script,
				2,
				times,
			),
		),
		...gpu('atlas', 'window', 20),
		...gpu('atlas', 'cumulative', 8),
		...gpu('symbols', 'window', 20),
		...gpu('symbols', 'cumulative', 8),
		line('rows to first drawn frame, 1M', whole?.load, 1000, ms),
		line(
			"the same over MapLibre GeoJSON's",
			whole && geojson && whole.load / geojson.load,
			1 / 10,
			(ratio) => `1/${(1 / ratio).toFixed(0)}`,
			'1/10',
		),
		...['kind', 'side', 'text'].flatMap((filter) => [
			line(
				`${filter} filter to drawn frame, 1M`,
				worst(page, (mode) => mode.filters?.[filter]?.later ?? null),
				50,
				ms,
			),
			line(
				`${filter} filter to drawn frame, 1M, the first of its kind`,
				worst(page, (mode) => mode.filters?.[filter]?.first ?? null),
				50,
				ms,
			),
		]),
		line(
			'counts per step, 1M',
			worst(page, (mode) => mode.counts),
			0.5,
			ms,
		),
		line(
			'histogram and counts after a filter change, 1M',
			worst(page, (mode) => mode.counting),
			15,
			ms,
		),
		line(
			'hover pick, 1M, on incidents',
			worst(symbols, (mode) => mode.pick),
			0.5,
			ms,
		),
		line(
			'hover pick, 1M, on the empty map',
			worst(symbols, (mode) => mode.pickEmpty),
			0.5,
			ms,
		),
		line('longest script of a jump to another zoom, 1M', page?.zoom ?? undefined, 50, ms),
		line('renderer memory, 1M', page && page.memory / 1e9, 0.6, (gigabytes) => `${gigabytes.toFixed(2)} GB`),
		...MODES.map((mode) => allocation('symbols', mode)),
		...MODES.map((mode) => allocation('page', mode)),
		line('script tasks over 50 ms in 10 s of playback, 1M', page?.play?.longTasks.length, 0, String),
	];
}

function line(
	measure: string,
	figure: number | undefined,
	bar: number,
	written: (value: number) => string,
	barWritten = written(bar),
): Verdict {
	if (figure === undefined || Number.isNaN(figure)) return { measure, figure: '-', bar: barWritten, isReached: null };
	return { measure, figure: written(figure), bar: barWritten, isReached: figure <= bar };
}

/** Every figure, a line for each approach, number and mode. */
export function figures(all: readonly Measures[]): string {
	const head = [
		'n',
		'approach',
		'mode',
		'script',
		'settle',
		'gpu',
		'less empty',
		'pick',
		'off',
		'load',
		'memory',
		'alloc KB',
	];
	const lines = all.flatMap(({ approach, length, load, memory, byMode }) =>
		MODES.map((mode) => {
			const { script, settle, gpu, pick, pickEmpty, allocation } = byMode[mode];
			const empty = all.find((other) => other.approach === 'empty' && other.length === length);
			const own = empty && approach !== 'empty' ? round(Math.max(0, gpu - empty.byMode[mode].gpu)) : '';
			const once = mode === 'window' ? [round(load), `${(memory / 1e9).toFixed(2)} GB`] : ['', ''];
			const bytes = Number.isFinite(allocation) ? round(allocation / 1024) : '';
			const picks = approach === 'empty' ? ['', ''] : [pick, pickEmpty].map(round);
			return [String(length), approach, mode, ...[script, settle, gpu].map(round), own, ...picks, ...once, bytes];
		}),
	);
	return table([head, ...lines]);
}

/** The verdicts as a Markdown table. */
export function verdictTable(lines: readonly Verdict[]): string {
	const words = { true: 'reached', false: 'MISSED', null: 'not run' };
	return table([
		['measure', 'figure', 'to reach', ''],
		...lines.map(({ measure, figure, bar, isReached }) => [measure, figure, bar, words[`${isReached}`]]),
	]);
}

function table(lines: readonly (readonly string[])[]): string {
	const widths = lines[0]!.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
	const written = lines.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
	return [written[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...written.slice(1)].join('\n');
}

function round(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2);
}
