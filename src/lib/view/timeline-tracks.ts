import { type Day, parseDay } from '../model/day.ts';
import type { AggregateFeature, StatementFeature } from '../model/feature.ts';
import { type TimelineScale, xOf } from './timeline-scale.ts';

/** A statement or an aggregate on its track of the timeline. */
export interface TrackItem {
	readonly id: string;
	readonly title: string;
	readonly start: Day;
	readonly end: Day;
	/** Counted from 0; items in one lane do not share a day. */
	readonly lane: number;
}

/** Where an item is drawn; a clipped end lies outside what the timeline shows. */
interface TrackSpan {
	readonly from: number;
	readonly to: number;
	readonly clippedStart: boolean;
	readonly clippedEnd: boolean;
	/** Where it lies, if wholly outside. */
	readonly outside: 'before' | 'after' | null;
}

/** Least width, in pixels, of what stands for an item that lies wholly outside. */
const STUB = 8;

/** Items in order of their first day, each in the first lane that is free. */
export function trackItems(features: readonly (StatementFeature | AggregateFeature)[]): TrackItem[] {
	const items = features.map(({ id, properties }) => ({
		id,
		title: properties.title,
		start: dayOf(id, properties.date_start),
		end: dayOf(id, properties.date_end),
	}));
	items.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
	const laneEnds: Day[] = [];
	return items.map((item) => {
		const free = laneEnds.findIndex((end) => end < item.start);
		const lane = free === -1 ? laneEnds.length : free;
		laneEnds[lane] = item.end;
		return { ...item, lane };
	});
}

/** The pixels an item takes. What lies wholly outside keeps a stub at the edge, so that it is not forgotten. */
export function trackSpan(item: Pick<TrackItem, 'start' | 'end'>, scale: TimelineScale): TrackSpan {
	const from = xOf(scale, item.start);
	const to = xOf(scale, item.end + 1);
	return {
		from: Math.min(Math.max(from, 0), scale.width - STUB),
		to: Math.max(Math.min(to, scale.width), STUB),
		clippedStart: item.start < scale.domain[0],
		clippedEnd: item.end > scale.domain[1],
		outside: item.end < scale.domain[0] ? 'before' : item.start > scale.domain[1] ? 'after' : null,
	};
}

/** Least distance of two lanes in pixels. */
const LANE_PIXELS = 3;

/** The middle of an item's lane in a track `height` pixels high. Lanes for which there is no room share the last one. */
export function laneMiddle(lane: number, lanes: number, height: number): number {
	const drawn = Math.min(lanes, Math.floor(height / LANE_PIXELS));
	return ((Math.min(lane, drawn - 1) + 0.5) / drawn) * height;
}

/** How many lanes the items need. */
export function laneCount(items: readonly TrackItem[]): number {
	return items.reduce((count, { lane }) => Math.max(count, lane + 1), 1);
}

/** Items within `tolerance` pixels of `x`, the nearest first, and of equally near ones the shortest. */
export function itemsNear(
	items: readonly TrackItem[],
	scale: TimelineScale,
	x: number,
	tolerance: number,
): TrackItem[] {
	return items
		.map((item) => ({ item, distance: distanceTo(trackSpan(item, scale), x) }))
		.filter(({ distance }) => distance <= tolerance)
		.sort((a, b) => a.distance - b.distance || lengthInDays(a.item) - lengthInDays(b.item))
		.map(({ item }) => item);
}

function lengthInDays({ start, end }: TrackItem): number {
	return end - start + 1;
}

function distanceTo({ from, to }: TrackSpan, x: number): number {
	return Math.max(from - x, x - to, 0);
}

function dayOf(id: string, iso: string): Day {
	const day = parseDay(iso);
	if (day === null) throw new Error(`Record ${id}: ${iso} is not a date`);
	return day;
}
