import { quoteCell } from './cells/clean-cell.ts';
import { type Crs, crsOfMember, WGS_84 } from './feature/crs.ts';
import { decodeText } from './table/decode-text.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { featureOf, isNamed, memberOf, tooDeep } from './feature/foreign-geojson.ts';
import { type Format, ImportError } from './format.ts';
import { isSeveralTexts, RECORD_SEPARATOR } from './geojson.ts';
import type { Rejection } from './imported-row.ts';
import { nestingOf, parseValue } from './json/json-value.ts';
import { LIMITS } from './limits.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';

const LONGEST_RECORD = 64 * 2 ** 20;
const SURELY = 0.95;

/**
 * GeoJSON texts one after another: one on each line, or each behind a record separator and of as many lines as it likes
 * (RFC 8142). A text is a feature, a geometry, a collection of features, or a plain object.
 */
export const ndjson: Format = {
	id: 'ndjson',
	recognise: (head) => (isSeveralTexts(head) ? SURELY : 0),

	async survey(source, signal) {
		const { features, crs } = open(source, signal, () => undefined);
		return surveyFeatures('ndjson', features, signal, { crs });
	},

	async read(source, options, sink) {
		const { features, crs } = open(source, options.signal, (bytes) => sink.progress(bytes));
		await readFeatures(features, options, sink, { crs });
	},
};

function open(source: SourceFile, signal: AbortSignal, onprogress: (bytes: number) => void) {
	let crs: Crs | null = null;
	let count = 0;
	/** All texts are in the reference system of the first. */
	const read = (text: string): (ForeignFeature | Rejection)[] => {
		const features = parseRecord(text, count + 1, (own) => (crs ??= own));
		count += features.length;
		return features;
	};
	return { crs: () => crs ?? WGS_84, features: featuresOf() };

	async function* featuresOf() {
		for await (const { texts, isLast } of recordsOf(source, signal, onprogress, () => count + 1)) {
			const whole = isLast !== null && isCut(texts.at(-1)!) ? texts.slice(0, -1) : texts;
			const batch = whole.flatMap(read);
			if (batch.length > 0) yield batch;
			if (whole.length === texts.length) continue;
			throw new ImportError(
				`The file is cut off: it ends at byte ${isLast!.toLocaleString('en')} in the middle of record ${count + 1}; whole features before that: ${count.toLocaleString('en')}. Get it again, whole.`,
			);
		}
	}
}

/** The texts that are not blank. Of those of the end of the file `isLast` is its number of bytes, else `null`. */
async function* recordsOf(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
	next: () => number,
): AsyncGenerator<{ texts: string[]; isLast: number | null }> {
	let separator: string | null = null;
	let parts: string[] = [];
	let length = 0;
	let bytes = 0;
	const pieces = decodeText(source, signal, (taken) => {
		bytes = taken;
		onprogress(taken);
	});
	for await (const piece of pieces) {
		separator ??= piece.replace(/^[\ufeff\s]+/, '').startsWith(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n';
		const [first, ...others] = piece.split(separator) as [string, ...string[]];
		parts.push(first);
		length += first.length;
		if (others.length > 0) {
			const texts = [parts.join(''), ...others];
			const rest = texts.pop()!;
			[parts, length] = [[rest], rest.length];
			yield { texts: texts.filter(isFilled), isLast: null };
		}
		if (length <= LONGEST_RECORD) continue;
		throw new ImportError(
			`Record ${next()} has more than ${LONGEST_RECORD.toLocaleString('en')} characters; at most that many are read.`,
		);
	}
	const rest = parts.join('');
	if (isFilled(rest)) yield { texts: [rest], isLast: source.size ?? bytes };
}

/** The last text of a file whose brackets are left open. */
function isCut(text: string): boolean {
	return nestingOf(text).isOpen && parseValue(text) === undefined;
}

function isFilled(text: string): boolean {
	return /[^\s\ufeff]/.test(text);
}

function parseRecord(written: string, first: number, settle: (own: Crs) => Crs): (ForeignFeature | Rejection)[] {
	const text = written.replace(/^\ufeff/, '');
	if (nestingOf(text).deepest > LIMITS.nesting) return [tooDeep(text, '', 0, first)];
	const value = parseValue(text);
	if (value === undefined) {
		const reason = 'It is not JSON. Each line holds one whole feature.';
		return [{ number: first, column: null, value: quoteCell(text.trim()), reason }];
	}
	const crs = crsOfMember(isNamed(value) ? memberOf(value, 'crs') : undefined);
	if (settle(crs).toLngLat !== crs.toLngLat) {
		const reason = 'Its reference system is not that of the first feature. Save them with one for all.';
		return [{ number: first, column: 'crs', value: quoteCell(crs.name), reason }];
	}
	const features =
		isNamed(value) && memberOf(value, 'type') === 'FeatureCollection' ? memberOf(value, 'features') : null;
	if (!Array.isArray(features)) return [featureOf(value, first)];
	return features.map((each, index) => featureOf(each, first + index));
}
