import type { Day } from '../model/day.ts';
import type { Histogram } from './histogram.ts';
import { type TimelineScale, xOf } from './timeline-scale.ts';

/** One SVG path per code, of all its bars. The uncertain ones stand on top of all certain ones. */
export interface BarPaths {
	/** How many incidents the full height stands for; 0 when there are none. */
	readonly ceiling: number;
	readonly certain: readonly string[];
	readonly uncertain: readonly string[];
}

/** A bar as high as the chart stands for at least this many incidents, so that a single one does not look like many. */
const LOWEST_CEILING = 3;

/** Least height of what is not nothing, in pixels. */
const THINNEST = 1;

/** Bars of a histogram, standing on `y = height`. Their number depends on the bins, not on the incidents. */
export function barPaths(bars: Histogram, scale: TimelineScale, height: number): BarPaths {
	const { codes } = bars;
	const certain = Array<string>(codes).fill('');
	const uncertain = Array<string>(codes).fill('');
	const ceiling = Math.max(LOWEST_CEILING, Math.ceil(bars.highest - 0.01));
	const pixelsPerIncident = height / ceiling;
	for (let bin = 0; bin < bars.edges.length - 1; bin++) {
		const left = xOf(scale, bars.edges[bin]!);
		const full = xOf(scale, bars.edges[bin + 1]!) - left;
		const width = Math.max(full - Math.min(2, full * 0.25), 0.5);
		let foot = height;
		for (const [counts, paths] of [[bars.certain, certain] as const, [bars.uncertain, uncertain] as const]) {
			for (let code = 0; code < codes; code++) {
				const count = counts[bin * codes + code]!;
				if (count === 0) continue;
				const tall = Math.max(count * pixelsPerIncident, THINNEST);
				const drawn = tall > 4 ? tall - 1 : tall;
				paths[code] += `M${round(left)} ${round(foot)}v${round(-drawn)}h${round(width)}v${round(drawn)}z`;
				foot -= tall;
			}
		}
	}
	return { ceiling: bars.highest > 0 ? ceiling : 0, certain, uncertain };
}

/** What one bin holds. */
export interface BinContent {
	readonly start: Day;
	/** Included. */
	readonly end: Day;
	/** Codes with an incident of a known day. */
	readonly certain: readonly { code: number; count: number }[];
	/** Shares, over all codes, of incidents whose day is uncertain. */
	readonly uncertain: number;
}

/** The bin that holds a day, or `null` outside. */
export function binAt(bars: Histogram, day: Day): BinContent | null {
	const { edges } = bars;
	const bin = Math.floor((day - edges[0]!) / (edges[1]! - edges[0]!));
	if (bin < 0 || bin >= edges.length - 1) return null;
	const offset = bin * bars.codes;
	const counts = Array.from({ length: bars.codes }, (_, code) => ({ code, count: bars.certain[offset + code]! }));
	return {
		start: edges[bin]!,
		end: edges[bin + 1]! - 1,
		certain: counts.filter(({ count }) => count > 0),
		uncertain: counts.reduce((sum, { code }) => sum + bars.uncertain[offset + code]!, 0),
	};
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
