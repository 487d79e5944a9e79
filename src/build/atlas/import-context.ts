import type { ExportContext } from '../../lib/export/export-context.ts';
import type { ImportedRow } from '../../lib/import/imported-row.ts';
import type { Actor } from '../../lib/model/actor.ts';
import type { IncidentFeature } from '../../lib/model/feature.ts';
import { PLAIN_READING } from '../../lib/model/reading.ts';
import { NO_FILTERS } from '../../lib/view/view.ts';

/** Hangs the row on its feature where nothing that is written can see it, as a million entries elsewhere would cost more. */
const ROW = Symbol('row');
type WithRow = IncidentFeature & { readonly [ROW]?: ImportedRow };

/** An export of imported rows. `rows` begins anew each time it is asked, since some formats go over them several times. */
export function importContext(
	rows: () => AsyncIterable<ImportedRow>,
	actors: ReadonlyMap<string, Actor>,
	originalColumns: readonly string[] | null,
	exportedOn: string,
	files: readonly string[],
): ExportContext {
	return {
		features: { [Symbol.asyncIterator]: () => featuresOf(rows()) },
		count: null,
		statements: [],
		aggregates: [],
		areas: [],
		actors,
		reports: new Map(),
		days: null,
		filters: NO_FILTERS,
		reading: PLAIN_READING,
		readingWords: 'Every row as its file has it',
		permalink: '',
		exportedOn,
		importedFrom: files,
		originals: (feature: WithRow) => feature[ROW]?.original ?? null,
		...(originalColumns === null ? {} : { originalColumns }),
		sources: (feature: WithRow) => feature[ROW]?.sources ?? [],
		shapes: (feature: WithRow) => feature[ROW]?.shape ?? null,
	};
}

async function* featuresOf(rows: AsyncIterable<ImportedRow>): AsyncGenerator<WithRow> {
	for await (const row of rows) yield Object.assign(row.feature, { [ROW]: row });
}
