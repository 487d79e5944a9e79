import { type TimelineScale, xOf } from '../timeline-scale.ts';
import { type Week, weekStart } from './iso-week.ts';

/** A measure for each week, from what is certain to what is possible. */
export interface Band {
	readonly first: Week;
	readonly low: Int32Array | Float64Array;
	readonly high: Int32Array | Float64Array;
	/** Weeks in which the highest is open above, and weeks in which there is something without any figure. */
	readonly isOpen?: (at: number) => boolean;
	readonly isUnknown?: (at: number) => boolean;
}

/** Paths of a band, apart so that each has its own look. */
export interface BandPaths {
	/** What the top of the drawing stands for. */
	readonly ceiling: number;
	readonly low: string;
	readonly band: string;
	/** Arrows over what is open above. */
	readonly open: string;
	/** A line on the ground where there is no figure at all. */
	readonly unknown: string;
}

/** Narrowest bar in pixels. */
const NARROWEST = 3;
/** Room for the arrow over a bar that reaches the top. */
const ARROW = 5;

/** One bar a week; weeks out of sight are left out. On a logarithmic scale one death is seen beside a thousand. */
export function bandPaths(band: Band, scale: TimelineScale, height: number, isLogarithmic: boolean): BandPaths {
	const ceiling = ceilingOf(band, isLogarithmic);
	const shareOf = (value: number) => {
		if (value === 0) return 0;
		return isLogarithmic ? Math.log1p(value) / Math.log1p(ceiling) : value / ceiling;
	};
	const yOf = (value: number) => round(height - (height - ARROW) * shareOf(value));
	let [low, between, open, unknown] = ['', '', '', ''];
	for (let at = 0; at < band.low.length; at++) {
		const [least, most] = [band.low[at]!, band.high[at]!];
		const [isOpen, isUnknown] = [band.isOpen?.(at) ?? false, band.isUnknown?.(at) ?? false];
		if (most === 0 && !isOpen && !isUnknown) continue;
		const left = xOf(scale, weekStart(band.first + at));
		const right = xOf(scale, weekStart(band.first + at + 1));
		if (right <= 0 || left >= scale.width) continue;
		const width = Math.max(right - left - 1, NARROWEST);
		const box = (from: number, to: number) =>
			`M${round(left)} ${yOf(from)}h${round(width)}V${yOf(to)}h${round(-width)}z`;
		if (least > 0) low += box(0, least);
		if (most > least) between += box(least, most);
		if (isOpen) open += `M${round(left + width / 2 - 3)} ${round(Math.max(yOf(most) - 2, 4))}l3 -3l3 3`;
		else if (isUnknown && most === 0) unknown += `M${round(left)} ${height - 2}h${round(width)}`;
	}
	return { ceiling, low, band: between, open, unknown };
}

/** A round number that nothing is above. */
function ceilingOf({ high }: Band, isLogarithmic: boolean): number {
	let highest = 0;
	for (const value of high) highest = Math.max(highest, value);
	if (highest === 0) return 0;
	const least = Math.max(highest, isLogarithmic ? 10 : 2);
	const unit = 10 ** Math.floor(Math.log10(least));
	return [1, 2, 5, 10].map((factor) => factor * unit).find((candidate) => candidate >= least)!;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
