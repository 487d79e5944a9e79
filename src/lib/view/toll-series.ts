import type { Day } from '../model/day.ts';
import type { Reading } from '../model/reading.ts';
import type { IncidentTable } from './incident-table.ts';
import { type FilterFailures, lowerBound } from './select.ts';
import { type TimelineScale, xOf } from './timeline-scale.ts';

/**
 * How many were killed over time, in the bins of the histogram. The toll of an incident known only to an interval is
 * spread evenly over the interval's days, as the incident itself is.
 */
export interface TollSeries {
	/** First day of each bin, and after them the day after the last bin. */
	readonly edges: Int32Array;
	/** Sum of the lowest figures. */
	readonly low: Float64Array;
	/** Sum of the figures that the reading takes. */
	readonly taken: Float64Array;
	/** Sum of the highest figures; of an incident without one its best, and then the bin is open above. */
	readonly high: Float64Array;
	/** 1 where an incident of the bin has no highest figure, or no figure at all. */
	readonly isOpen: Uint8Array;
	/** Incidents with a figure, be it 0, and without any. */
	readonly known: Float64Array;
	readonly unknown: Float64Array;
	/** Greatest of `high`. */
	readonly highest: number;
}

/** Sums over the rows that pass every filter. */
export function tollSeries(
	table: IncidentTable,
	failures: FilterFailures,
	edges: Int32Array,
	figure: Reading['figure'] = 'best',
): TollSeries {
	const bins = edges.length - 1;
	const low = new Float64Array(bins);
	const taken = new Float64Array(bins);
	const high = new Float64Array(bins);
	const known = new Float64Array(bins);
	const unknown = new Float64Array(bins);
	const isOpen = new Uint8Array(bins);
	const origin = edges[0]!;
	const length = edges[1]! - origin;
	const last = edges[bins]! - 1;
	// By a list, since a division for each row would take as long as all the rest.
	const binOf = Uint32Array.from({ length: last - origin + 1 }, (_, day) => Math.floor(day / length));
	const { startDay, endDay, killedLow, killedBest, killedHigh } = table;
	const endRow = lowerBound(startDay, last + 1);
	for (let row = lowerBound(startDay, origin - table.longestDays); row < endRow; row++) {
		if (failures[row] !== 0) continue;
		const start = startDay[row]!;
		const end = endDay[row]!;
		if (end < origin) continue;
		const lowest = killedLow[row]!;
		const best = Math.max(lowest, killedBest[row]!);
		const most = killedHigh[row]!;
		const highest = Math.max(best, most, 0);
		const figureTaken = figure === 'high' ? highest : Math.max(figure === 'low' ? lowest : best, 0);
		const firstBin = binOf[Math.max(start, origin) - origin]!;
		const lastBin = binOf[Math.min(end, last) - origin]!;
		for (let bin = firstBin; bin <= lastBin; bin++) {
			const days = start === end ? 1 : Math.min(end + 1, edges[bin + 1]!) - Math.max(start, edges[bin]!);
			const share = days / (end - start + 1);
			if (most < 0) isOpen[bin] = 1;
			(lowest < 0 ? unknown : known)[bin]! += share;
			low[bin]! += Math.max(lowest, 0) * share;
			taken[bin]! += figureTaken * share;
			high[bin]! += highest * share;
		}
	}
	return { edges, low, taken, high, isOpen, known, unknown, highest: high.reduce((a, b) => Math.max(a, b), 0) };
}

/** What one bin of the toll holds. */
export interface TollContent {
	readonly low: number;
	readonly taken: number;
	/** `null` where it is open above. */
	readonly high: number | null;
	readonly unknown: number;
}

/** The bin that holds a day, or `null` outside and where there is no incident. */
export function tollAt({ edges, low, taken, high, isOpen, known, unknown }: TollSeries, day: Day): TollContent | null {
	const bin = Math.floor((day - edges[0]!) / (edges[1]! - edges[0]!));
	if (!(bin >= 0 && bin < low.length)) return null;
	if (known[bin] === 0 && unknown[bin] === 0) return null;
	return { low: low[bin]!, taken: taken[bin]!, high: isOpen[bin] ? null : high[bin]!, unknown: unknown[bin]! };
}

/** SVG paths of a toll series, standing on `y = height`. */
export interface TollPaths {
	/** What the full height stands for: 1, 2 or 5 with noughts; 0 when there is nothing to draw. */
	readonly ceiling: number;
	/** From the ground to the figure taken, a line with a head as wide as the bin. */
	readonly taken: string;
	/** From the lowest to the highest figure. */
	readonly band: string;
	/** Arrow heads where the toll is open above, and apart from them those where there is no figure at all. */
	readonly open: string;
	readonly unknown: string;
}

const LOWEST_CEILING = 10;

/** On a logarithmic scale, so that one death is seen beside a thousand. */
export function tollPaths(series: TollSeries, scale: TimelineScale, height: number): TollPaths {
	const ceiling = roundedUp(Math.max(series.highest, LOWEST_CEILING));
	const yOf = (killed: number) => height * (1 - Math.log1p(killed) / Math.log1p(ceiling));
	let [taken, band, open, unknown] = ['', '', '', ''];
	for (let bin = 0; bin < series.low.length; bin++) {
		const [from, to] = [series.low[bin]!, series.high[bin]!];
		if (to === 0 && series.isOpen[bin] === 0) continue;
		const left = xOf(scale, series.edges[bin]!);
		const width = Math.max(xOf(scale, series.edges[bin + 1]!) - left - 1, 3);
		const middle = round(left + width / 2);
		const [yLow, yHigh] = [round(yOf(from)), round(yOf(to))];
		const yTaken = round(yOf(series.taken[bin]!));
		if (series.taken[bin]! > 0) taken += `M${middle} ${height}V${yTaken}M${round(left)} ${yTaken}h${round(width)}`;
		if (to > from) band += `M${round(left)} ${yLow}h${round(width)}V${yHigh}h${round(-width)}z`;
		const arrow = `M${round(middle - 3)} ${Math.max(yHigh - 2, 4)}l3 -3l3 3`;
		if (to === 0) unknown += arrow;
		else if (series.isOpen[bin]) open += arrow;
	}
	return { ceiling: taken + band + open + unknown === '' ? 0 : ceiling, taken, band, open, unknown };
}

function roundedUp(value: number): number {
	const unit = 10 ** Math.floor(Math.log10(value));
	return [1, 2, 5, 10].map((factor) => factor * unit).find((candidate) => candidate >= value)!;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
