import { cleanCell, quoteCell } from '../cells/clean-cell.ts';
import { codedReaderOf } from '../cells/coded-features.ts';
import { type Crs, WGS_84 } from './crs.ts';
import { DateOrderTally } from '../cells/date-order.ts';
import { columnsOf, type FeatureColumns, featureReader, type FixedRoles } from './feature-to-row.ts';
import { flattenProperties } from './flatten-properties.ts';
import type { ForeignFeature, ForeignFeatures } from './foreign-feature.ts';
import type { ImportSink, ReadOptions, Survey } from '../format.ts';
import type { Rejection } from '../imported-row.ts';
import { isOwn } from './own-feature.ts';
import { checkMapping } from '../mapped-table.ts';
import { firstPosition } from './read-geometry.ts';
import { provenTogether } from '../table/survey-table.ts';
import { SwapTally } from '../cells/swapped-positions.ts';
import { takeTurns } from '../rows/take-turns.ts';

/** How a format's features are to be understood. */
export interface FeatureMeaning {
	readonly fixed?: FixedRoles;
	/** Asked once the first features are there, so that what stands before them in the file is known. */
	readonly crs?: () => Crs;
}

type Met = ForeignFeature | Rejection;

const GUESS_FEATURES = 200;
const SAMPLE_FEATURES = 8;

/** Reads features whole to learn what they are called, what their dates prove, and whether positions are interchanged. */
export async function surveyFeatures(
	format: string,
	features: ForeignFeatures,
	signal: AbortSignal,
	{ fixed, crs = () => WGS_84 }: FeatureMeaning = {},
): Promise<Survey> {
	const { known, rest } = await opened(features, fixed);
	const { columns, mapping, confidence } = known;
	const dates = [mapping.date, mapping.dateEnd].flatMap((column) => (column === undefined ? [] : [columns[column]!]));
	const orders = dates.map(() => new DateOrderTally());
	const swaps = new SwapTally();
	const sample: string[][] = [];
	const country = columns[mapping.country ?? -1] ?? '';
	let hasPosition = false;
	const turn = takeTurns(signal);
	for await (const batch of rest) {
		signal.throwIfAborted();
		for (const feature of batch) {
			if ('reason' in feature) continue;
			const flat = flattenProperties(feature.properties);
			if (sample.length < SAMPLE_FEATURES) sample.push(columns.map((name) => quoteCell(flat.get(name))));
			dates.forEach((name, index) => orders[index]!.add(flat.get(name) ?? ''));
			const position = firstPosition(feature.geometry, crs());
			if (position === null) continue;
			hasPosition = true;
			swaps.add(position[1], position[0], cleanCell(flat.get(country)));
		}
		const pause = turn();
		if (pause !== null) await pause;
	}
	if (known.areOwn) {
		const settled = { mapping: null, dateOrder: 'irrelevant', latitudeFirst: 'no', hasDates: true } as const;
		return { format, columns, sample, ...settled, hasCoordinates: true };
	}
	const { latitude, longitude, position } = mapping;
	const hasCoordinates = hasPosition || position !== undefined || (latitude !== undefined && longitude !== undefined);
	const dateOrder = provenTogether(orders.map((each) => each.proof()));
	const latitudeFirst = swaps.verdict();
	const hasDates = mapping.date !== undefined;
	if (codedReaderOf(columns) !== null) {
		return { format, columns, sample, mapping: null, dateOrder, latitudeFirst, hasDates, hasCoordinates };
	}
	return { format, columns, sample, mapping, confidence, dateOrder, latitudeFirst, hasDates, hasCoordinates };
}

/** Gives every feature to the sink, accepted or rejected. */
export async function readFeatures(
	features: ForeignFeatures,
	options: ReadOptions,
	sink: ImportSink,
	{ fixed, crs = () => WGS_84 }: FeatureMeaning = {},
): Promise<void> {
	const { known, rest } = await opened(features, fixed);
	const mapping = options.mapping ?? known.mapping;
	checkMapping(mapping, known.columns.length);
	const turn = takeTurns(options.signal);
	let read: ReturnType<typeof featureReader> | null = null;
	for await (const batch of rest) {
		options.signal.throwIfAborted();
		for (const feature of batch) {
			read ??= featureReader(known.columns, mapping, options, crs());
			const row = 'reason' in feature ? feature : read(feature);
			if ('reason' in row) sink.reject(row);
			else {
				const taken = sink.accept(row);
				if (taken !== undefined) await taken;
			}
			const pause = turn();
			if (pause !== null) await pause;
		}
	}
}

/** The first features are held until there are enough to guess from, so that a file is gone over once. */
async function opened(
	features: ForeignFeatures,
	fixed: FixedRoles | undefined,
): Promise<{ known: FeatureColumns & { readonly areOwn: boolean }; rest: AsyncIterable<readonly Met[]> }> {
	const iterator = features[Symbol.asyncIterator]();
	const held: (readonly Met[])[] = [];
	const first: ForeignFeature[] = [];
	let fault: { readonly error: unknown } | null = null;
	while (first.length < GUESS_FEATURES && fault === null) {
		try {
			const next = await iterator.next();
			if (next.done === true) break;
			held.push(next.value);
			for (const each of next.value) if (!('reason' in each) && first.length < GUESS_FEATURES) first.push(each);
		} catch (error) {
			fault = { error };
		}
	}
	const areOwn = first.length > 0 && first.every(({ properties }) => isOwn(properties));
	const known = areOwn ? { columns: namesOf(first), mapping: {}, confidence: {} } : columnsOf(first, fixed);
	return { known: { ...known, areOwn }, rest: resumed(held, iterator, fault) };
}

function namesOf(features: readonly ForeignFeature[]): string[] {
	return [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
}

/** What was held, then the others; a fault met on the way comes after all that was read before it. */
async function* resumed(
	held: readonly (readonly Met[])[],
	iterator: AsyncIterator<readonly Met[]>,
	fault: { readonly error: unknown } | null,
): AsyncGenerator<readonly Met[]> {
	try {
		yield* held;
		if (fault !== null) throw fault.error;
		for (;;) {
			const next = await iterator.next();
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}
