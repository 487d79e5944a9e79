import type { ExportContext } from '../export/export-context.ts';
import type { ExportCounts, ExportFormatId } from '../export/export-formats.ts';
import { messagesOf } from '../ui/messages/messages.ts';
import { readingWords } from '../ui/reading-words.ts';
import { exportInWorker } from './export-in-worker.ts';
import { saveFile } from './save-file.ts';
import type { AtlasState } from './state.svelte.ts';
import { addressOf } from './view-address.svelte.ts';

/** Few enough that handing them over takes a frame at most. */
const INCIDENTS_AT_ONCE = 400;

/** What is chosen in the menu. */
export interface ExportChoice {
	readonly format: ExportFormatId;
	/** Whether statements and totals go in, where the format can hold them. */
	readonly others: boolean;
	readonly signal: AbortSignal;
	/** Called with the number of incidents handed over so far. */
	readonly onprogress: (incidents: number) => void;
}

/** Counts what is on show. */
export function countShown(app: AtlasState): ExportCounts {
	let unlocated = 0;
	let claims = 0;
	for (const row of app.rows) {
		const { geometry, properties } = app.table.feature(row);
		if (geometry === null) unlocated++;
		claims += properties.claims.length;
	}
	const others = [...app.statements, ...app.aggregates];
	return {
		incidents: app.rows.length,
		unlocated,
		claims,
		statements: app.statements.length,
		totals: app.aggregates.length,
		otherClaims: others.reduce((sum, { properties }) => sum + properties.claims.length, 0),
	};
}

/** Writes and saves what is on show, and gives the files' names and sizes. */
export async function exportShown(
	app: AtlasState,
	{ format, others, signal, onprogress }: ExportChoice,
): Promise<{ name: string; bytes: number }[]> {
	// The table and the rows of this moment, whatever the page goes on to show.
	const { rows, table } = app;
	const batch = (from: number) => {
		onprogress(from);
		return { features: rows.slice(from, from + INCIDENTS_AT_ONCE).map((row) => table.feature(row)) };
	};
	const context = { ...contextOf(app, others), count: rows.length };
	const files = await exportInWorker({ format, context }, batch, signal);
	files.forEach(saveFile);
	return files.map(({ name, blob }) => ({ name, bytes: blob.size }));
}

function contextOf(
	app: AtlasState,
	others: boolean,
): Omit<ExportContext, 'features' | 'count' | 'originals' | 'shapes'> {
	const m = messagesOf(app.view.language).reading;
	const shown = new Set(app.rows.map((row) => app.table.idOf(row)));
	return {
		statements: others ? app.statements : [],
		aggregates: others ? app.aggregates : [],
		areas: app.data.areas.features.filter(({ id }) => shown.has(String(id))),
		actors: app.data.actors,
		reports: app.data.reports,
		days: app.days,
		filters: app.filters,
		reading: app.reading,
		readingWords: readingWords(app.reading, app.loaded, app.view.language, m) ?? m.plain,
		permalink: new URL(addressOf(app.view, window.location), window.location.href).href,
		exportedOn: new Date().toISOString().slice(0, 10),
	};
}
