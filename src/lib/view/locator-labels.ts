import type { Box } from './clip-to-box.ts';
import type { LocatorLabel } from './locator-map.ts';

/** A name that may be written, in units of the drawing. */
export interface LabelWish {
	readonly text: string;
	readonly kind: LocatorLabel['kind'];
	readonly x: number;
	readonly y: number;
}

export interface LabelSpace {
	readonly width: number;
	readonly height: number;
	/** Size of type of a city's name. */
	readonly size: number;
	/** What no name may cover. */
	readonly taken: readonly Box[];
	/** No more names of cities than this. */
	readonly mostCities: number;
}

const GAP = 5;
/** In sizes of type, clear of a symbol and its ring. */
const SUBJECT_GAP = 1.25;
/** Width of a letter in sizes of type, on the wide side of the truth. */
const LETTER = 0.58;
const SUBJECT_LETTER = 0.64;
const COUNTRY_LETTER = 0.78;
/** A country's name may move so many sizes of type up or down: neighbours are named both or it looks like a choice. */
const COUNTRY_SHIFTS = [0, 1.2, -1.2, 2.2, -2.2];

/** Writes as many of the names as have room, first come first served, none over another or over what is taken. */
export function placeLabels(wishes: readonly LabelWish[], space: LabelSpace): LocatorLabel[] {
	const taken = [...space.taken];
	const labels: LocatorLabel[] = [];
	let cities = 0;
	for (const wish of wishes) {
		const isCity = wish.kind === 'city' || wish.kind === 'capital';
		if ((isCity && cities === space.mostCities) || labels.some(({ text }) => text === wish.text)) continue;
		const found = candidates(wish, space.size).find(
			({ box }) => isInside(box, space) && taken.every((other) => !overlap(box, other)),
		);
		if (!found) continue;
		labels.push(found.label);
		taken.push(found.box);
		if (isCity) cities++;
	}
	return labels;
}

function candidates(wish: LabelWish, size: number): { label: LocatorLabel; box: Box }[] {
	const { x, y, text, kind } = wish;
	if (kind === 'country') {
		const half = (text.length * size * COUNTRY_LETTER) / 2;
		return COUNTRY_SHIFTS.map((shift) => {
			const at = y + shift * size;
			const label: LocatorLabel = { ...wish, y: at, textX: x, anchor: 'middle' };
			return { label, box: [x - half, at - size * 0.7, x + half, at + size * 0.7] };
		});
	}
	const gap = kind === 'subject' ? SUBJECT_GAP * size : GAP;
	const dot = kind === 'subject' ? -gap : 3;
	const reach = gap + text.length * size * (kind === 'subject' ? SUBJECT_LETTER : LETTER);
	const half = size * 0.75;
	return [
		{
			label: { ...wish, textX: x + gap, anchor: 'start' as const },
			box: [x - dot, y - half, x + reach, y + half] as const,
		},
		{
			label: { ...wish, textX: x - gap, anchor: 'end' as const },
			box: [x - reach, y - half, x + dot, y + half] as const,
		},
	];
}

function isInside([left, top, right, bottom]: Box, { width, height }: LabelSpace): boolean {
	return left >= 4 && top >= 4 && right <= width - 4 && bottom <= height - 4;
}

function overlap(a: Box, b: Box): boolean {
	return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
