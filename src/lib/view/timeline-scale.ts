import type { Day } from '../model/day.ts';
import type { DayRange } from './select.ts';

/** Days, both ends included, that the timeline shrinks to `FOLD_PIXELS`. */
export interface Fold {
	readonly from: Day;
	readonly to: Day;
}

/** Width of a fold, however many days it hides. */
export const FOLD_PIXELS = 22;

/**
 * Days laid out over pixels from left to right. Day `d` takes the pixels from `xOf(d)` up to `xOf(d + 1)`; the domain
 * includes its last day. Outside the folds every day is equally wide:
 *
 *     days    |--------|=======================|-----|
 *     pixels  |----------------|==|----------|
 *
 * A fold that the domain cuts has its share of the fold's width, so that nothing jumps when the domain moves.
 */
export interface TimelineScale {
	readonly domain: DayRange;
	readonly width: number;
	/** In order of time, without a shared day. */
	readonly folds?: readonly Fold[];
}

/** Fewest days that a timeline zooms in to. The record has no hours. */
export const FEWEST_DAYS = 5;

/** Where a day begins; fractions of a day are fine, and so are days outside the domain. */
export function xOf(scale: TimelineScale, day: number): number {
	const perDay = pixelsPerDay(scale);
	const [first] = scale.domain;
	let x = (day - first) * perDay;
	for (const fold of appliedFolds(scale)) {
		const hidden = daysShared(Math.min(first, day), Math.max(first, day), fold);
		x -= Math.sign(day - first) * hidden * (perDay - FOLD_PIXELS / foldedDays(fold));
	}
	return x;
}

/** The time at a pixel, with the fraction of its day; pixels outside the width are fine. */
export function timeAt(scale: TimelineScale, x: number): number {
	const perDay = pixelsPerDay(scale);
	let before = { day: scale.domain[0], x: 0 };
	let rate = perDay;
	for (const fold of appliedFolds(scale)) {
		for (const [day, rateAfter] of [
			[fold.from, FOLD_PIXELS / foldedDays(fold)],
			[fold.to + 1, perDay],
		] as const) {
			const knot = { day, x: xOf(scale, day) };
			if (knot.x > x) return knot.day - (knot.x - x) / rate;
			before = knot;
			rate = rateAfter;
		}
	}
	return before.day + (x - before.x) / rate;
}

/** The day under a pixel, within the domain. */
export function dayAt(scale: TimelineScale, x: number): Day {
	const { domain } = scale;
	return Math.min(Math.max(Math.floor(timeAt(scale, x) + 1e-9), domain[0]), domain[1]);
}

/** Width of a day that is not folded. */
export function pixelsPerDay(scale: TimelineScale): number {
	const { domain, width } = scale;
	let open = lengthOf(domain);
	for (const fold of appliedFolds(scale)) open -= daysShared(domain[0], domain[1] + 1, fold);
	return (width - foldedPixels(scale)) / open;
}

/** Width that the folds of the domain take up. */
function foldedPixels(scale: TimelineScale): number {
	const [first, last] = scale.domain;
	let pixels = 0;
	for (const fold of appliedFolds(scale)) {
		pixels += (FOLD_PIXELS * daysShared(first, last + 1, fold)) / foldedDays(fold);
	}
	return pixels;
}

/** The folds, but none where the domain shows nothing else. */
function appliedFolds({ domain, folds = [] }: TimelineScale): readonly Fold[] {
	const isAllHidden = folds.some(({ from, to }) => from <= domain[0] && to >= domain[1]);
	return isAllHidden ? [] : folds;
}

function foldedDays({ from, to }: Fold): number {
	return to - from + 1;
}

/** How much of the time from `start` to `end` a fold hides. */
function daysShared(start: number, end: number, { from, to }: Fold): number {
	return Math.max(0, Math.min(end, to + 1) - Math.max(start, from));
}

/** The range with a little room on both sides, and long enough to be shown. */
export function padded(range: DayRange): DayRange {
	const length = lengthOf(range);
	const room = Math.max(Math.ceil(length * 0.015), Math.ceil((FEWEST_DAYS - length) / 2), 1);
	return [range[0] - room, range[1] + room];
}

/** The domain that shows `factor` times as much, keeping what is at pixel `x` there as far as `limits` allow. */
export function zoomed(scale: TimelineScale, factor: number, x: number, limits: DayRange): DayRange {
	const perDay = pixelsPerDay(scale);
	const wanted = Math.min(perDay / factor, scale.width / FEWEST_DAYS);
	const openDays = (scale.width - foldedPixels(scale)) / perDay;
	const rescaled = { ...scale, width: openDays * wanted + foldedPixels(scale) };
	return fitted(rescaled, xOf(rescaled, timeAt(scale, x)) - x, scale.width, limits);
}

/** The domain moved by a distance in pixels, as far as `limits` allow. */
export function panned(scale: TimelineScale, distance: number, limits: DayRange): DayRange {
	return fitted(scale, distance, scale.width, limits);
}

/** The whole days that the pixels of a scale from `x` on take in, `width` of them, within `limits`. */
function fitted(scale: TimelineScale, x: number, width: number, limits: DayRange): DayRange {
	const least = xOf(scale, limits[0]);
	const most = xOf(scale, limits[1] + 1) - width;
	if (most <= least) return limits;
	const from = Math.round(timeAt(scale, Math.min(Math.max(x, least), most)));
	const to = Math.round(timeAt(scale, xOf(scale, from) + width)) - 1;
	return movedInto([from, Math.max(to, from + FEWEST_DAYS - 1)], limits);
}

/** The range moved, not shortened, to lie within `limits`; all of `limits` if it is longer. */
export function movedInto(range: DayRange, limits: DayRange): DayRange {
	const length = lengthOf(range);
	if (length >= lengthOf(limits)) return limits;
	const start = Math.min(Math.max(range[0], limits[0]), limits[1] - length + 1);
	return [start, start + length - 1];
}

/** The range moved by some days, as far as `limits` allow. */
export function movedBy(range: DayRange, days: number, limits: DayRange): DayRange {
	return movedInto([range[0] + days, range[1] + days], limits);
}

/** Number of days in a range. */
export function lengthOf(range: DayRange): number {
	return range[1] - range[0] + 1;
}
