import type { ForeignFeatures } from './feature/foreign-feature.ts';
import { type Format, ImportError } from './format.ts';
import { kmlFeatures, KML_ROLES } from './xml/kml-features.ts';
import { LIMITS } from './limits.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';
import { wholeFile } from './packed/whole-file.ts';
import { inflatePart, type ZipPart, zipParts } from './packed/zip-parts.ts';

const LOCAL_HEADER = 0x04034b50;
const ROOT = /<(?:[\w.-]{1,40}:)?kml[\s>]/;
/** KML, and KMZ: an archive with KML inside. */
export const kml: Format = {
	id: 'kml',

	recognise({ bytes, text }) {
		if (isArchive(bytes)) return namesIn(bytes).some((name) => /\.kml$/i.test(name)) ? 0.95 : 0;
		return /^\s*</.test(text) && ROOT.test(text) ? 0.95 : 0;
	},

	async survey(source, signal) {
		return surveyFeatures(
			'kml',
			documents(source, signal, () => undefined),
			signal,
			{ fixed: KML_ROLES },
		);
	},

	async read(source, options, sink) {
		await readFeatures(documents(source, options.signal, sink.progress), options, sink, { fixed: KML_ROLES });
	},
};

function isArchive(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Names of the parts that begin in the first bytes of an archive. */
function namesIn(bytes: Uint8Array): string[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const names: string[] = [];
	for (let at = 0; at + 30 < bytes.length; at++) {
		if (bytes[at] !== 0x50 || view.getUint32(at, true) !== LOCAL_HEADER) continue;
		names.push(new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true))));
	}
	return names;
}

/** The document of a KML file; of a KMZ its main document, then any others in it, their Placemarks numbered through. */
async function* documents(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): ForeignFeatures & AsyncGenerator {
	if (!isArchive(await source.slice(0, 2))) {
		yield* kmlFeatures(source, signal, onprogress);
		return;
	}
	const bytes = await wholeFile(source, 'KMZ', 'Split it.');
	const parts = mainFirst(zipParts(bytes));
	if (parts.length === 0) {
		throw new ImportError(
			'The archive holds nothing that is KML. Save it as KMZ again, or bring what is in it by itself.',
		);
	}
	const names = new Set(parts.map(({ name }) => name));
	const budget = { bytes: LIMITS.inflatedBytes };
	let number = 0;
	for (const part of parts) {
		for await (const batch of kmlFeatures(partSource(part, budget), signal, () => undefined, number, names)) {
			number = batch.at(-1)!.number;
			yield batch;
		}
		onprogress(bytes.length);
	}
}

/** `doc.kml` is the main document, or else the first that does not lie in a folder. */
function mainFirst(parts: ReadonlyMap<string, ZipPart>): ZipPart[] {
	const rank = ({ name }: ZipPart) => (name.toLowerCase() === 'doc.kml' ? 0 : name.includes('/') ? 2 : 1);
	return [...parts.values()]
		.filter(({ name }) => /\.kml$/i.test(name) && !name.startsWith('__MACOSX/'))
		.sort((a, b) => rank(a) - rank(b));
}

function partSource(part: ZipPart, budget: { bytes: number }): SourceFile {
	return {
		name: part.name,
		size: null,
		stream() {
			const pieces = inflatePart(part, budget);
			return new ReadableStream<Uint8Array>({
				pull(controller) {
					const { done, value } = pieces.next();
					if (done === true) controller.close();
					else controller.enqueue(value);
				},
			});
		},
		slice(from, to) {
			const pieces: number[] = [];
			for (const piece of inflatePart(part, { bytes: LIMITS.inflatedBytes })) {
				for (const byte of piece.subarray(0, to - pieces.length)) pieces.push(byte);
				if (pieces.length >= to) break;
			}
			return Promise.resolve(Uint8Array.from(pieces.slice(from)));
		},
	};
}
