import { checkGeojsonFile, fixGeojsonFile } from '../validate/geojson-file.ts';
import type { FromValidateWorker, ToValidateWorker } from './validate-messages.ts';

/** Checks and fixes GeoJSON beside the page, so that it stays live however large the file is. */

self.onmessage = ({ data }: MessageEvent<ToValidateWorker>) => void run(data);

async function run({ kind, file }: ToValidateWorker): Promise<void> {
	const onprogress = (bytes: number) => tell({ kind: 'progress', bytes });
	try {
		if (kind === 'check') tell({ kind: 'checked', checked: await checkGeojsonFile(file, onprogress) });
		else tell({ kind: 'fixed', ...(await fixGeojsonFile(file, onprogress)) });
	} catch (error) {
		tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
	}
}

function tell(message: FromValidateWorker): void {
	self.postMessage(message);
}
