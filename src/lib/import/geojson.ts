import { type Crs, crsOfMember } from './feature/crs.ts';
import { decodeStart } from './table/decode-text.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { featureOf, isNamed, parseFeature, tooDeep } from './feature/foreign-geojson.ts';
import { type Format, type Head, ImportError } from './format.ts';
import type { Rejection } from './imported-row.ts';
import { streamJson } from './json/json-stream.ts';
import { parseValue } from './json/json-value.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';

const COLLECTION = /"type"\s*:\s*"FeatureCollection"|"features"\s*:\s*\[/;
const FEATURE =
	/"type"\s*:\s*"(?:Feature|Point|LineString|Polygon|Multi(?:Point|LineString|Polygon)|GeometryCollection)"/;
const [SURELY, PROBABLY, PERHAPS] = [0.9, 0.8, 0.2];
const HEAD_BYTES = 65_536;
const TAIL_BYTES = 16_384;
export const RECORD_SEPARATOR = '\u001e';
/** Around a feature lie its list and the collection. */
const AROUND = 2;

/**
 * GeoJSON of any size: a collection whose members stand in any order, a list of features, one feature, one geometry, or
 * a list of plain objects with coordinates or place names among their members.
 */
export const geojson: Format = {
	id: 'geojson',
	recognise: (head) => (isSeveralTexts(head) ? 0 : likeness(head)),

	async survey(source, signal) {
		const { features, crs } = await open(source, signal, () => undefined);
		return surveyFeatures('geojson', features, signal, { crs });
	},

	async read(source, options, sink) {
		const { features, crs } = await open(source, options.signal, (bytes) => sink.progress(bytes));
		await readFeatures(features, options, sink, { crs });
	},
};

function likeness({ text }: Head): number {
	const start = /^[\ufeff\s]*([[{])/.exec(text);
	if (start === null) return 0;
	if (COLLECTION.test(text)) return SURELY;
	return FEATURE.test(text) ? PROBABLY : PERHAPS;
}

/**
 * Whether several JSON texts follow each other, each on a line of its own or marked by the sign of RFC 8142. Of a first
 * line that is longer than the head nobody knows; one feature is read as a line of its own too.
 */
export function isSeveralTexts({ text, bytes }: Pick<Head, 'text' | 'bytes'>): boolean {
	const start = text.replace(/^[\ufeff\s]+/, '');
	if (start.startsWith(RECORD_SEPARATOR)) return true;
	if (!start.startsWith('{')) return false;
	const [first, second] = start.split(/\r?\n\s*/, 2) as [string, string?];
	if (second === undefined) return bytes.length >= HEAD_BYTES && FEATURE.test(first) && !COLLECTION.test(first);
	return second.startsWith('{') && isNamed(parseValue(first.trimEnd()));
}

async function open(source: SourceFile, signal: AbortSignal, onprogress: (bytes: number) => void) {
	const { elements, met } = streamJson(source, ['features'], signal, onprogress);
	const trailing = await trailingCrs(source);
	let crs: Crs | null = null;
	/** As named before the features, or else at the end of the file. */
	const settled = () => (crs ??= crsOfMember(memberValue(met.members.get('crs') ?? trailing)));
	return {
		crs: settled,
		features: (async function* () {
			let number = 0;
			for await (const batch of elements) {
				yield batch.map(({ text, isTooDeep }): ForeignFeature | Rejection => {
					number++;
					if (isTooDeep) return tooDeep(text, `features[${number - 1}]`, AROUND, number);
					return parseFeature(text, number);
				});
			}
			const isLone =
				!met.hasList || (number === 0 && ['geometry', 'coordinates'].some((name) => met.members.has(name)));
			if (isLone) yield [loneFeature(met)];
			else if (crsOfMember(memberValue(met.members.get('crs'))).toLngLat !== settled().toLngLat) {
				throw new ImportError(
					'Its reference system is named twice, or far behind the features, so that the positions were read wrong. Put "crs" before "features".',
				);
			}
		})(),
	};
}

/** A file without a list of features: the object as a whole is one. */
function loneFeature({ members, tooDeep: deep }: ReturnType<typeof streamJson>['met']): ForeignFeature | Rejection {
	const [name] = deep;
	if (name !== undefined) return tooDeep(members.get(name)!, name, 1, 1);
	const values = [...members].map(([key, text]) => [key, parseValue(text)] as const);
	const broken = values.find(([, value]) => value === undefined);
	if (broken !== undefined) {
		throw new ImportError(
			`Its member "${broken[0].slice(0, 80)}" is not JSON: ${members.get(broken[0])!.slice(0, 80)}`,
		);
	}
	const whole = Object.fromEntries(values);
	if (whole['type'] === 'FeatureCollection') {
		throw new ImportError(
			'It is a collection without a list of features. Give it a member "features" in square brackets.',
		);
	}
	if (whole['type'] === 'Topology') {
		throw new ImportError(
			'It is TopoJSON, which is not read. Convert it to GeoJSON, for example with mapshaper or ogr2ogr.',
		);
	}
	return featureOf(whole, 1);
}

/** A `crs` in the last bytes, behind the features; it is one only if nothing but the end of the file follows. */
async function trailingCrs(source: SourceFile): Promise<string | undefined> {
	const { size } = source;
	if (size === null) return undefined;
	const tail = decodeStart(await source.slice(Math.max(0, size - TAIL_BYTES), size));
	for (const match of tail.matchAll(/"crs"\s*:/g)) {
		const rest = parseValue(`{"crs":${tail.slice(match.index + match[0].length)}`);
		if (isNamed(rest)) return JSON.stringify(rest['crs']);
	}
	return undefined;
}

function memberValue(text: string | undefined): unknown {
	return text === undefined ? undefined : parseValue(text);
}
