import { type Format, ImportError } from './format.ts';
import { geojson } from './geojson.ts';
import { LIMITS } from './limits.ts';
import type { SourceFile } from './source-file.ts';
import { wholeFile } from './packed/whole-file.ts';
import { inflatePart, type ZipPart, zipParts } from './packed/zip-parts.ts';

/** The first part of our packages, and the one that holds everything. */
const [FIRST, RECORDS] = ['incidents.csv', 'records.geojson'];
const NAME_AT = 30;
const SURELY = 1;

/** The data package of our own exports: its records are read, which hold all that the tables beside them do. */
export const ownPackage: Format = {
	id: 'atlas-package',

	recognise({ bytes }) {
		if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 0;
		const name = new TextDecoder().decode(bytes.subarray(NAME_AT, NAME_AT + FIRST.length));
		return name === FIRST ? SURELY : 0;
	},

	async survey(source, signal) {
		return { ...(await geojson.survey(await recordsOf(source), signal)), format: 'atlas-package' };
	},

	async read(source, options, sink) {
		const records = await recordsOf(source);
		const share = (source.size ?? 0) / Math.max(1, records.bytes);
		await geojson.read(records, options, {
			accept: (row) => sink.accept(row),
			reject: (rejection) => sink.reject(rejection),
			progress: (bytes) => sink.progress(Math.round(bytes * share)),
		});
	},
};

async function recordsOf(source: SourceFile): Promise<SourceFile & { readonly bytes: number }> {
	const parts = zipParts(await wholeFile(source, 'a data package', 'Take it apart and import its records.geojson.'));
	const part = parts.get(RECORDS);
	if (part === undefined) {
		throw new ImportError(`The archive has no part "${RECORDS}", which holds the records. Export the package again.`);
	}
	return {
		name: RECORDS,
		size: null,
		bytes: part.size,
		stream: () => streamOf(part),
		slice: async (from, to) => new Uint8Array(await new Response(streamOf(part)).arrayBuffer()).slice(from, to),
	};
}

function streamOf(part: ZipPart): ReadableStream<Uint8Array> {
	const pieces = inflatePart(part, { bytes: LIMITS.inflatedBytes });
	return new ReadableStream({
		pull(controller) {
			const next = pieces.next();
			if (next.done === true) controller.close();
			else controller.enqueue(next.value);
		},
		cancel: () => void pieces.return(undefined),
	});
}
