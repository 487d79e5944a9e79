import { exportWorkerUrl } from './lib/app/export-worker-url.ts';
import { importWorkerUrl } from './lib/app/import-worker-url.ts';
import { validateWorkerUrl } from './lib/app/validate-worker-url.ts';
import { incidentIndexWorkerUrl, workerUrl } from './lib/map/worker-url.ts';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };

/** MapLibre's worker and our own. */
const WORKER_URLS = [workerUrl, incidentIndexWorkerUrl, exportWorkerUrl, importWorkerUrl, validateWorkerUrl];

/** The content policy asks who may name a script to run; the answer is these and nothing else. */
trustedTypes?.createPolicy('default', {
	createScriptURL(url) {
		if (WORKER_URLS.some((urlOf) => urlOf() === url)) return url;
		throw new TypeError(`Refused to run the script ${url}`);
	},
});
