import type { Day } from '../../model/day.ts';
import { GRADING_CODES, type IncidentTable, KIND_CODES, OUTCOME_CODES } from '../incident-table.ts';
import type { FilterFailures } from '../select.ts';
import { type TimelineScale, timeAt } from '../timeline-scale.ts';
import { GRADING_FACTORS, HALF_LIFE_DAYS, KIND_POINTS, OUTCOME_FACTORS, tollPoints } from './intensity-weights.ts';

/**
 * Our intensity for each day, from the least to the most that the claims allow: the weights of all incidents up to the
 * day, each of them halved every `HALF_LIFE_DAYS` since it happened. Where the date is an interval, the least counts the
 * incident from the interval's last day on, as if it had happened on the first; the most counts it whole on every
 * day of the interval. So whatever the true dates and figures are, the intensity by them lies in between.
 */
export interface Intensity {
	/** The day of the first element. */
	readonly first: Day;
	readonly low: Float64Array;
	readonly high: Float64Array;
	/** Incidents whose toll has no highest figure, so that the most is not the most there may be. */
	readonly open: number;
	/** Greatest of `high`. */
	readonly highest: number;
}

/** What is left of a weight after some days. */
export function decay(days: number): number {
	return 2 ** (-days / HALF_LIFE_DAYS);
}

/** The intensity of the incidents that pass every filter. Takes as long as there are rows and days, however long rows last. */
export function intensity(table: IncidentTable, failures: FilterFailures): Intensity {
	const { startDay, endDay, kind, outcome, grading, killedLow, killedHigh, extent } = table;
	const first = extent?.[0] ?? 0;
	const length = extent ? extent[1] - first + 1 : 0;
	const low = new Float64Array(length);
	const high = new Float64Array(length);
	/** Changes of what weighs whole, and what begins to fade, by day. */
	const whole = new Float64Array(length + 1);
	const fading = new Float64Array(length + 1);
	const eventPoints = pointsByCodes();
	const factors = GRADING_CODES.map((code) => GRADING_FACTORS[code]);
	let open = 0;
	for (let row = 0; row < table.length; row++) {
		if (failures[row] !== 0) continue;
		const [from, to] = [startDay[row]! - first, endDay[row]! - first];
		const [least, most] = [Math.max(killedLow[row]!, 0), Math.max(killedLow[row]!, killedHigh[row]!, 0)];
		if (killedHigh[row]! < 0) open++;
		const points = eventPoints[kind[row]! * OUTCOME_CODES.length + outcome[row]!]!;
		const factor = factors[grading[row]!]!;
		low[to]! += (points[0] + pointsOf(least)) * factor[0] * (from === to ? 1 : decay(to - from));
		const heavy = (points[1] + pointsOf(most)) * factor[1];
		whole[from]! += heavy;
		whole[to + 1]! -= heavy;
		fading[to + 1]! += heavy;
	}
	const aDay = decay(1);
	let [lasting, faded, highest] = [0, 0, 0];
	for (let day = 0; day < length; day++) {
		if (day > 0) low[day]! += low[day - 1]! * aDay;
		lasting += whole[day]!;
		faded = (faded + fading[day]!) * aDay;
		// What is added and taken away again leaves a trace of rounding.
		high[day] = Math.max(lasting + faded, low[day]!);
		highest = Math.max(highest, high[day]!);
	}
	return { first, low, high, open, highest };
}

/** The least and the most at a day; 0 before the data, and fading after it. */
export function intensityAt({ first, low, high }: Intensity, day: Day): readonly [number, number] {
	const last = low.length - 1;
	if (last < 0 || day < first) return [0, 0];
	const at = Math.min(day - first, last);
	const faded = decay(day - first - at);
	return [low[at]! * faded, high[at]! * faded];
}

/** Paths of the curve from left to right: `band` between the least and the most, `low` along the least. */
export function intensityPaths(
	series: Intensity,
	scale: TimelineScale,
	height: number,
): { readonly low: string; readonly band: string } {
	if (series.highest === 0) return { low: '', band: '' };
	const yOf = (value: number) => Math.round(height * (1 - value / series.highest) * 10) / 10;
	let [upper, lower] = ['', ''];
	for (let x = 0; x < scale.width; x++) {
		const [least, most] = peakBetween(series, Math.floor(timeAt(scale, x)), Math.floor(timeAt(scale, x + 1)));
		upper += `${x === 0 ? 'M' : 'L'}${x} ${yOf(most)}`;
		lower = `L${x} ${yOf(least)}${lower}`;
	}
	return { low: lower.replace('L', 'M'), band: `${upper}${lower}z` };
}

/** The greatest of both from one day up to another, at least one day: a pixel may stand for many. */
function peakBetween(series: Intensity, from: Day, to: Day): [number, number] {
	let [least, most] = intensityAt(series, from);
	for (let day = from + 1; day < to; day++) {
		const [low, high] = intensityAt(series, day);
		least = Math.max(least, low);
		most = Math.max(most, high);
	}
	return [least, most];
}

function pointsByCodes(): (readonly [number, number])[] {
	return KIND_CODES.flatMap((kind) => {
		const { points, arrives } = KIND_POINTS[kind];
		return OUTCOME_CODES.map((outcome) => {
			const factor = arrives ? OUTCOME_FACTORS[outcome] : [1, 1];
			return [points[0] * factor[0]!, points[1] * factor[1]!] as const;
		});
	});
}

const COMMON = Float64Array.from({ length: 256 }, (_, killed) => tollPoints(killed));

function pointsOf(killed: number): number {
	return killed < COMMON.length ? COMMON[killed]! : tollPoints(killed);
}
