import type { ExportContext } from '../export/export-context.ts';
import type { ExportCounts, ExportFormatId } from '../export/export-formats.ts';
import type { Imports } from './imports.svelte.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import { OWN_LAYER } from '../view/layer-style.ts';
import { isPresent } from '../view/select.ts';
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
	const { rows, table } = app;
	const ours = table.layers ? table.layers.indexOf(OWN_LAYER) : 0;
	for (const row of rows) {
		if (Number.isNaN(table.lng[row])) unlocated++;
		// Imported rows may be a million, and are no claims.
		if ((table.layer?.[row] ?? 0) === ours) claims += table.feature(row).properties.claims.length;
	}
	const others = [...app.statements, ...app.aggregates];
	return {
		incidents: rows.length,
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
	imports: Pick<Imports, 'layers' | 'rowOf'>,
): Promise<{ name: string; bytes: number }[]> {
	// The table and the rows of this moment, whatever the page goes on to show.
	const { rows, table } = app;
	const batch = (from: number) => {
		onprogress(from);
		const features = rows.slice(from, from + INCIDENTS_AT_ONCE).map((row) => table.feature(row));
		if (!originalColumns) return { features };
		return { features, besides: features.map(({ id }) => imports.rowOf(id)) };
	};
	const originalColumns = originalColumnsOf(table, imports);
	const isOursToo = others && app.statements.length + app.aggregates.length > 0;
	const importedFrom = isOursToo ? null : filesOf(table, rows, imports);
	const context = {
		...contextOf(app, others),
		count: rows.length,
		...(originalColumns ? { originalColumns } : {}),
		...(importedFrom ? { importedFrom } : {}),
	};
	const files = await exportInWorker({ format, context }, batch, signal);
	files.forEach(saveFile);
	return files.map(({ name, blob }) => ({ name, bytes: blob.size }));
}

/** The columns of the layers on show, in their order; `null` where none is. */
function originalColumnsOf({ layers }: IncidentTable, imports: Pick<Imports, 'layers'>): string[] | null {
	if (!layers) return null;
	return [...new Set(imports.layers.filter(({ id }) => layers.includes(id)).flatMap(({ columns }) => columns))];
}

/** Names of the files that all rows are from; `null` where some are ours. */
function filesOf(table: IncidentTable, rows: readonly number[], imports: Pick<Imports, 'layers'>): string[] | null {
	const { layer, layers } = table;
	if (!layer || !layers) return null;
	const isThere = new Uint8Array(layers.length);
	for (const row of rows) isThere[layer[row]!] = 1;
	const shown = layers.filter((_, code) => isThere[code] === 1);
	if (shown.length === 0 || shown.includes(OWN_LAYER)) return null;
	return imports.layers.filter(({ id }) => shown.includes(id)).map(({ name }) => name);
}

function contextOf(
	app: AtlasState,
	others: boolean,
): Omit<ExportContext, 'features' | 'count' | 'originals' | 'sources' | 'shapes'> {
	const m = messagesOf(app.view.language).reading;
	const { table, failures, days } = app;
	const isShown = (row: number | undefined) =>
		row !== undefined && failures[row] === 0 && days && isPresent(table.startDay[row]!, table.endDay[row]!, days);
	return {
		statements: others ? app.statements : [],
		aggregates: others ? app.aggregates : [],
		// What imported rows have of lines and areas goes with them.
		areas: app.data.areas.features.filter(({ id }) => isShown(table.rowOf.get(String(id)))),
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
