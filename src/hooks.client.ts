import { exportWorkerUrl } from './lib/app/export-worker-url.ts';
import { incidentIndexWorkerUrl, workerUrl } from './lib/map/worker-url.ts';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };

/** The content policy asks who may name a script to run; the answer is MapLibre's worker, our own two and nothing else. */
trustedTypes?.createPolicy('default', {
	createScriptURL(url) {
		if ([workerUrl(), incidentIndexWorkerUrl(), exportWorkerUrl()].includes(url)) return url;
		throw new TypeError(`Refused to run the script ${url}`);
	},
});
