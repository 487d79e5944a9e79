import { buffersOf } from '../../../lib/view/columnar-table.ts';
import { syntheticIncidents } from './synthetic.ts';

onmessage = ({ data: length }: MessageEvent<number>) => {
	const incidents = syntheticIncidents(length);
	postMessage(incidents, { transfer: buffersOf(incidents) });
};
