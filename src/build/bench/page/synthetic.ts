import type { ColumnarIncidents } from '../../../lib/view/columnar-table.ts';
import { foldText } from '../../../lib/view/fold-text.ts';
import {
	ATTRIBUTION_CODES,
	GRADING_CODES,
	KIND_CODES,
	OUTCOME_CODES,
	rowsByEnd,
	SIDE_CODES,
	UNLOCATED,
} from '../../../lib/view/incident-table.ts';
import { listColumn } from '../../../lib/view/list-column.ts';
import { searchIndex } from '../../../lib/view/search-index.ts';
import { stringColumn } from '../../../lib/view/string-column.ts';

/** 1 January 2019 and 31 December 2024. */
export const FIRST_DAY = 17_897;
export const LAST_DAY = 20_088;

const PLACES = 60;
const MEANS = ['drone', 'rocket', 'missile', 'artillery', 'car bomb', 'gunfire', 'mortar', 'quadcopter'];
const TARGETS = ['base', 'convoy', 'checkpoint', 'depot', 'airfield', 'refinery', 'market', 'headquarters', 'bridge'];

/**
 * Made-up incidents of 2019 to 2024 around 60 places, the same for the same number and seed: some places and times see
 * far more than others, a tenth last for up to a month, one in fifty is an area and one in a hundred is unlocated.
 */
export function syntheticIncidents(length: number, seed = 1): ColumnarIncidents {
	const random = mulberry32(seed);
	const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const centres = Array.from({ length: PLACES }, (_, place) => ({
		id: `place-${place}`,
		name: `Town ${place}`,
		lng: 33 + random() * 23,
		lat: 27 + random() * 10,
		spread: 0.05 + random() * 0.5,
	}));
	// First days and lengths, sorted as the table wants its rows.
	const spans = Float64Array.from({ length }, () => {
		const start = FIRST_DAY + Math.min(LAST_DAY - FIRST_DAY, Math.floor(random() ** 0.85 * (LAST_DAY - FIRST_DAY + 1)));
		const lasts = random() < 0.1 ? 1 + Math.floor(random() * 30) : 0;
		return start * 100 + Math.min(lasts, LAST_DAY - start);
	}).sort();
	const columns = {
		startDay: Int32Array.from(spans, (span) => Math.floor(span / 100)),
		endDay: Int32Array.from(spans, (span) => Math.floor(span / 100) + (span % 100)),
		lng: new Float64Array(length),
		lat: new Float64Array(length),
		isPoint: new Uint8Array(length),
		kind: codes(length, random, KIND_CODES.length),
		side: codes(length, random, SIDE_CODES.length),
		attribution: codes(length, random, ATTRIBUTION_CODES.length),
		grading: new Uint8Array(length),
		outcome: codes(length, random, OUTCOME_CODES.length),
		place: new Uint32Array(length),
		symbolToll: new Uint32Array(length),
		killedLow: new Int32Array(length).fill(-1),
		killedBest: new Int32Array(length).fill(-1),
		killedHigh: new Int32Array(length).fill(-1),
		injuredLow: new Int32Array(length).fill(-1),
		injuredBest: new Int32Array(length).fill(-1),
		injuredHigh: new Int32Array(length).fill(-1),
	};
	const titles: string[] = [];
	for (let row = 0; row < length; row++) {
		columns.grading[row] = columns.attribution[row]! % GRADING_CODES.length;
		const place = Math.floor(random() ** 2 * PLACES);
		const centre = centres[place]!;
		const sort = random();
		const isLocated = sort >= 0.01;
		columns.place[row] = isLocated ? place : PLACES;
		columns.lng[row] = isLocated ? rounded(centre.lng + normal() * centre.spread) : NaN;
		columns.lat[row] = isLocated ? rounded(centre.lat + normal() * centre.spread) : NaN;
		columns.isPoint[row] = sort >= 0.03 ? 1 : 0;
		if (random() < 0.3) {
			const killed = Math.floor(random() ** 4 * 60);
			columns.symbolToll[row] = columns.killedLow[row] = columns.killedBest[row] = killed;
			columns.killedHigh[row] = Math.round(killed * 1.5);
		}
		const [means, target] = [MEANS, TARGETS].map((words) => words[Math.floor(random() * words.length)]!);
		titles.push(`${means} at a ${target} near ${centre.name}`);
	}
	const ids = stringColumn(length, (row) => `s-${String(row).padStart(7, '0')}`);
	const decoded = (row: number) => `s-${String(row).padStart(7, '0')} ${titles[row]!}`;
	const places = [...centres.map(({ id, name }) => ({ id, name })), { id: UNLOCATED, name: UNLOCATED }];
	return {
		columns: {
			...columns,
			length,
			byEnd: rowsByEnd(columns.endDay),
			actorIds: [],
			perpetrators: listColumn(length, () => []),
			targets: listColumn(length, () => []),
			longestDays: columns.startDay.reduce((longest, start, row) => Math.max(longest, columns.endDay[row]! - start), 0),
			places,
			search: searchIndex(length, (row) => foldText(decoded(row))),
			extent:
				length === 0 ? null : [columns.startDay[0]!, columns.endDay.reduce((last, day) => Math.max(last, day), 0)],
		},
		ids,
		titles: stringColumn(length, (row) => titles[row]!),
	};
}

/** Low codes are more frequent, as some kinds of event are. */
function codes(length: number, random: () => number, count: number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length }, () => Math.floor(random() ** 1.6 * count));
}

function rounded(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

/** A small seeded generator of numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
