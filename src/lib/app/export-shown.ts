import { toGeojson, toGeojsonByKind } from '../export/to-geojson.ts';
import { messagesOf } from '../ui/messages/messages.ts';
import { readingWords } from '../ui/reading-words.ts';
import { KIND_CODES } from '../view/incident-table.ts';
import { saveFile } from './save-file.ts';
import type { AtlasState } from './state.svelte.ts';
import { addressOf } from './view-address.svelte.ts';

/** Saves what is on show, in one file or in one for each kind, and gives the names of the files. */
export function exportShown(app: AtlasState, form: 'one-file' | 'by-kind'): string[] {
	const m = messagesOf(app.view.language).reading;
	const context = {
		features: app.rows.map((row) => app.table.feature(row)),
		days: app.days,
		filters: app.filters,
		reading: app.reading,
		readingWords: readingWords(app.reading, app.loaded, app.view.language, m) ?? m.plain,
		permalink: new URL(addressOf(app.view, window.location), window.location.href).href,
		exportedOn: new Date().toISOString().slice(0, 10),
	};
	const files = form === 'one-file' ? [toGeojson(context)] : toGeojsonByKind(context, KIND_CODES);
	files.forEach(saveFile);
	return files.map((file) => file.name);
}
