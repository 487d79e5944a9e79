import type { ExportContext } from '../../lib/export/export-context.ts';
import { parseDay } from '../../lib/model/day.ts';
import type { AggregateFeature, StatementFeature } from '../../lib/model/feature.ts';
import type { AtlasData } from '../../lib/view/atlas-data.ts';
import { chainOf, storySpan } from '../../lib/view/chain.ts';
import { foldText } from '../../lib/view/fold-text.ts';
import { readData } from '../../lib/view/read-data.ts';
import { filterFailures, isPresent, keepTo, selectRows, shownDays } from '../../lib/view/select.ts';
import { formatView, PARAMETERS, parseView } from '../../lib/view/url.ts';
import { DEFAULT_VIEW, type View } from '../../lib/view/view.ts';
import { UsageError } from './command.ts';

/** The view that an address shows: all of it, or what stands behind its `?`. Throws a `UsageError` for what it does not know. */
export function readView(address: string): View {
	const query = address.includes('?') ? address.slice(address.indexOf('?') + 1) : address;
	for (const [name, text] of new URLSearchParams(query.replace(/#.*$/, ''))) {
		const parameter = PARAMETERS.find((each) => each.name === name);
		if (parameter === undefined) {
			throw new UsageError(
				`--view: there is no "${name}". There are ${PARAMETERS.map((each) => each.name).join(', ')}.`,
			);
		}
		const value = parameter.parse(text);
		// A list keeps what it knows: on the page a link still works, here a filter would be wider than meant.
		const isWhole = value !== undefined && (!Array.isArray(value) || parameter.format(value).length === text.length);
		if (!isWhole) throw new UsageError(`--view: "${text}" is nothing that "${name}" can be.`);
	}
	return parseView(query.replace(/#.*$/, ''));
}

/** What the page would export at this view. */
export function shownContext(loaded: AtlasData, view: View, withOthers: boolean, exportedOn: string): ExportContext {
	const data = readData(loaded, view.reading);
	const chain = view.chain === null ? null : chainOf(view.chain, data);
	if (view.chain !== null && !chain) throw new UsageError(`--view: there is no record "${view.chain}".`);
	const story = chain && chain.steps.length > 1 ? chain : null;
	const { extent } = loaded.table;
	const days = shownDays(view, story && extent ? storySpan(story, extent) : extent);
	const failures = keepTo(story?.ids ?? null, filterFailures(data.table, view.filters), data.table);
	const rows = selectRows(data.table, failures, days);
	const shown = new Set(rows.map((row) => data.table.idOf(row)));
	const isTold = ({ id, properties }: StatementFeature | AggregateFeature) => {
		if (!withOthers || (story && !story.ids.has(id)) || !days) return false;
		if (!isPresent(parseDay(properties.date_start)!, parseDay(properties.date_end)!, days)) return false;
		const text = foldText(`${properties.title} ${properties.summary}`);
		return foldText(view.filters.text)
			.split(/\s+/u)
			.every((word) => text.includes(word));
	};
	const address = formatView(view);
	return {
		features: rows.map((row) => data.table.feature(row)),
		count: rows.length,
		statements: data.statements.filter(isTold),
		aggregates: data.aggregates.filter(isTold),
		areas: data.areas.features.filter(({ id }) => shown.has(String(id))),
		actors: data.actors,
		reports: data.reports,
		days,
		filters: view.filters,
		reading: view.reading,
		readingWords: readingWords(view),
		permalink: address === '' ? '' : `?${address}`,
		exportedOn,
	};
}

/** As the page says it of the plain reading; of another, the part of the address that asks for it. */
function readingWords({ reading }: View): string {
	return formatView({ ...DEFAULT_VIEW, reading }) || 'Every claim counts, best figures';
}
