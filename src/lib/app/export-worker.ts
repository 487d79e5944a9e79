import type { ExportContext } from '../export/export-context.ts';
import { writeExport } from '../export/write-export.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { RowOriginal } from '../view/pack-original.ts';
import type { FromExportWorker, IncidentBatch, ToExportWorker } from './export-messages.ts';

/**
 * Writes exports beside the page, so that it stays live however much there is. The incidents come in batches, as they
 * are asked for: a format that needs them twice asks twice.
 */

/** Text gathered before it becomes a piece of the file. */
const PIECE_CHARACTERS = 1 << 20;
const besides = new WeakMap<IncidentFeature, RowOriginal>();
let deliver: (batch: IncidentBatch) => void = () => undefined;

self.onmessage = ({ data }: MessageEvent<ToExportWorker>) => {
	if (data.kind === 'batch') deliver(data);
	else void run(data);
};

async function run({ format, context }: Extract<ToExportWorker, { kind: 'write' }>): Promise<void> {
	try {
		const isImported = context.originalColumns !== undefined;
		const files = await writeExport(format, {
			...context,
			features: { [Symbol.asyncIterator]: () => incidents(context.count) },
			...(isImported
				? {
						originals: (feature) => besides.get(feature)?.original ?? null,
						sources: (feature) => besides.get(feature)?.sources ?? [],
						shapes: (feature) => besides.get(feature)?.shape ?? null,
					}
				: {}),
		} satisfies ExportContext);
		const written: { name: string; blob: Blob }[] = [];
		for (const { name, mediaType, chunks } of files) {
			written.push({ name, blob: new Blob(await piecesOf(chunks), { type: mediaType }) });
		}
		tell({ kind: 'done', files: written });
	} catch (error) {
		tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
	}
}

async function* incidents(count: number): AsyncGenerator<IncidentFeature> {
	for (let from = 0; from < count;) {
		const batch = await new Promise<IncidentBatch>((resolve) => {
			deliver = resolve;
			tell({ kind: 'need', from });
		});
		if (batch.features.length === 0) return;
		from += batch.features.length;
		batch.features.forEach((feature, index) => {
			const row = batch.besides?.[index] ?? null;
			if (row !== null) besides.set(feature, row);
		});
		yield* batch.features;
	}
}

/** Text in large pieces, each a blob of its own, which the browser may keep outside the memory of the page. */
async function piecesOf(
	chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<BlobPart[]> {
	const pieces: BlobPart[] = [];
	let text: string[] = [];
	let length = 0;
	const flush = () => {
		if (text.length > 0) pieces.push(new Blob(text));
		text = [];
		length = 0;
	};
	for await (const chunk of chunks) {
		if (typeof chunk === 'string') {
			text.push(chunk);
			length += chunk.length;
			if (length >= PIECE_CHARACTERS) flush();
		} else {
			flush();
			pieces.push(chunk as Uint8Array<ArrayBuffer>);
		}
	}
	flush();
	return pieces;
}

function tell(message: FromExportWorker): void {
	self.postMessage(message);
}
