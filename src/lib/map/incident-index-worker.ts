import { indexParts, type IndexedSymbols } from './incident-index.ts';

onmessage = ({ data }: MessageEvent<IndexedSymbols>) => {
	const parts = indexParts(data);
	postMessage(parts, { transfer: parts.flatMap(({ items, tree }) => [items.buffer as ArrayBuffer, tree]) });
};
