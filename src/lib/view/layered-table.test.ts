import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentFeature } from '../model/feature.ts';
import { ColumnCollector, UNNAMED_PLACE } from './collect-columns.ts';
import { arbitraryFilters, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable, type IncidentTable } from './incident-table.ts';
import { layerArea } from './layer-areas.ts';
import { OWN_LAYER } from './layer-style.ts';
import { layeredTable, LayerRows } from './layered-table.ts';
import { listAt } from './list-column.ts';
import { mergeTables, type TablePart } from './merge-tables.ts';
import type { RowOriginal } from './pack-original.ts';
import { filterFailures } from './select.ts';
import { stringColumn } from './string-column.ts';

const NOTHING: RowOriginal = { number: 1, sources: [], shape: null, original: {} };

function collected(layer: string, features: readonly IncidentFeature[], rest: Partial<RowOriginal> = {}) {
	const collector = new ColumnCollector(layer);
	for (const feature of features) collector.add({ feature, ...NOTHING, ...rest });
	return collector.finish();
}

function ownPart(table: IncidentTable): TablePart {
	return { layer: OWN_LAYER, columns: table, ids: stringColumn(table.length, table.idOf), order: null };
}

/** What a table tells, whatever codes it tells it by. */
function told(table: IncidentTable) {
	return Array.from({ length: table.length }, (_, row) => ({
		id: table.idOf(row),
		row: table.rowOf.get(table.idOf(row)),
		feature: table.feature(row),
		place: table.places[table.place[row]!]!.id,
		perpetrators: listAt(table.perpetrators, row).map((code) => table.actorIds[code]),
		targets: listAt(table.targets, row).map((code) => table.actorIds[code]),
		numbers: [
			table.startDay,
			table.endDay,
			table.lng,
			table.lat,
			table.isPoint,
			table.kind,
			table.side,
			table.attribution,
			table.grading,
			table.outcome,
			table.symbolToll,
			table.killedLow,
			table.killedBest,
			table.killedHigh,
			table.injuredLow,
			table.injuredBest,
			table.injuredHigh,
			table.byEnd,
		].map((column) => column[row]),
	}));
}

const withPrefix = (layer: string, features: readonly IncidentFeature[]) =>
	features.map((feature) => ({ ...feature, id: `${layer}/${feature.id}` }));

test('layers laid among ours are the table of all incidents together', () => {
	fc.assert(
		fc.property(
			arbitraryIncidents,
			fc.array(arbitraryIncidents, { maxLength: 3 }),
			arbitraryFilters,
			fc.boolean(),
			(ours, theirs, filters, isOwnShown) => {
				const own = buildIncidentTable(ours);
				const layers = theirs.map((features, at) => collected(`l${at + 9}`, features));
				const parts = [...(isOwnShown ? [ownPart(own)] : []), ...layers.map(({ part }) => part)];
				const merged = mergeTables(parts);
				const sent = structuredClone(merged);
				const rows = new Map(layers.map(({ part, texts }) => [part.layer, new LayerRows(texts)]));
				const table = layeredTable(sent, own, rows);
				const all = [
					...(isOwnShown ? ours : []),
					...theirs.flatMap((features, at) => withPrefix(`l${at + 9}`, features)),
				];
				const expected = buildIncidentTable(all);
				expect(told(table)).toEqual(told(expected));
				expect([table.extent, table.longestDays]).toEqual([expected.extent, expected.longestDays]);
				expect(filterFailures(table, filters)).toEqual(filterFailures(expected, filters));
				expect(filterFailures(table, { ...filters, text: 'l10/' })).toEqual(
					filterFailures(expected, { ...filters, text: 'l10/' }),
				);
				expect(table.layers!.map((_, code) => table.layer!.filter((of) => of === code).length)).toEqual(
					parts.map(({ columns }) => columns.length),
				);
				expect(table.rowOf.get('l99/none')).toBeUndefined();
				expect(table.rowOf.get('none')).toBeUndefined();
			},
		),
		{ numRuns: 60 },
	);
});

test('an id with letters beyond the first plane stands where a table of all has it', () => {
	const ids = ['\u{ffe8}', '\u{1f600}', 'z', '\u{e9}', '\u{d7ff}', '\u{1f600}a', 'za'];
	const features = ids.map((id) => incidentFixture(id, 19_000));
	const { part, texts } = collected('l1', features);
	const table = layeredTable(mergeTables([part]), buildIncidentTable([]), new Map([['l1', new LayerRows(texts)]]));
	const expected = buildIncidentTable(withPrefix('l1', features));
	expect(told(table).map(({ id }) => id)).toEqual(told(expected).map(({ id }) => id));
});

test('what a row held besides comes back as it was, whatever its columns are called', () => {
	const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'a', '1', ''), fc.string());
	const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
	const original = fc
		.uniqueArray(fc.tuple(name, value), { selector: ([column]) => column })
		.map((columns) => Object.fromEntries(columns));
	const rest = fc.record({ number: fc.nat(), sources: fc.array(fc.string()), shape: fc.constant(null), original });
	fc.assert(
		fc.property(fc.array(rest, { minLength: 1, maxLength: 8 }), (rows) => {
			const collector = new ColumnCollector('l1');
			rows.forEach((row, at) => collector.add({ feature: incidentFixture(`row-${at}`, 19_000 - at), ...row }));
			const { texts } = collector.finish();
			const layer = new LayerRows(texts);
			rows.forEach((row, at) => {
				const read = layer.originalAt(layer.find(`l1/row-${at}`)!);
				expect(JSON.stringify(read)).toBe(JSON.stringify(row));
				expect(Object.getPrototypeOf(read.original)).toBe(Object.prototype);
			});
		}),
	);
});

test('what a column and the summary both say is held once, and comes back in both', () => {
	const notes = 'Forces of Redland reported shelling near the outskirts.';
	const original = { id: 'a', notes, again: notes, place: 'Redtown' };
	const feature = incidentFixture('a', 19_000, 19_000, { summary: notes });
	const { part, texts } = collected('l1', [feature], { original });
	const layer = new LayerRows(texts);
	expect(layer.originalAt(0).original).toEqual(original);
	const held = new TextDecoder().decode(texts.originals.pieces[0]);
	expect(held.split(notes)).toHaveLength(2);
	const titled = collected('l1', [incidentFixture('a', 19_000, 19_000, { title: notes, summary: notes })], {
		original,
	});
	expect(new LayerRows(titled.texts).originalAt(0).original).toEqual(original);
	expect(part.columns.length).toBe(1);
});

test('points without a name share one place, so that a filter does not list every coordinate', () => {
	const features = [1, 2, 3].map((at) =>
		incidentFixture(`row-${at}`, 19_000, 19_000, { place_id: `4${at},33`, place_name: null }),
	);
	const { part, texts } = collected('l1', features);
	expect(part.columns.places).toEqual([UNNAMED_PLACE]);
	const table = layeredTable(mergeTables([part]), buildIncidentTable([]), new Map([['l1', new LayerRows(texts)]]));
	expect(table.feature(1).properties).toMatchObject({ place_id: '42,33', place_name: null });
});

test('a place that two layers call by different names is called in each row as in its own file', () => {
	const named = (id: string, name: string) => incidentFixture(id, 19_000, 19_000, { place_id: 'x', place_name: name });
	const [one, two] = [collected('l1', [named('a', 'Here')]), collected('l2', [named('b', 'There')])];
	const rows = new Map([one, two].map(({ part, texts }) => [part.layer, new LayerRows(texts)]));
	const table = layeredTable(mergeTables([one.part, two.part]), buildIncidentTable([]), rows);
	expect(table.places).toHaveLength(1);
	expect([0, 1].map((row) => table.feature(row).properties.place_name)).toEqual(['Here', 'There']);
});

test('lines and areas are drawn as such up to a number, then as symbols; coarse places are never symbols', () => {
	const line = { type: 'LineString' as const, coordinates: Array.from({ length: 90_000 }, (_, at) => [at / 1000, 1]) };
	const features = ['a', 'b', 'c'].map((id) => incidentFixture(id, 19_000));
	const { part, texts, undrawnAreas } = collected('l1', features, { shape: line });
	expect([...part.columns.isPoint]).toEqual([0, 0, 1]);
	expect([[...texts.areas], undrawnAreas]).toEqual([[0, 1], 0]);

	const coarse = Array.from({ length: 1200 }, (_, at) =>
		incidentFixture(`row-${at}`, 19_000, 19_000, { geo_precision: 'province' }),
	);
	const many = collected('l1', coarse);
	expect(many.part.columns.isPoint.every((isPoint) => isPoint === 0)).toBe(true);
	expect([many.texts.areas.length, many.undrawnAreas]).toEqual([1000, 200]);
	const rows = new LayerRows(many.texts);
	const area = layerArea(coarse[0]!, rows.originalAt(0), { colour: 3 })!;
	expect(area).toMatchObject({ id: 'row-0', geometry: { type: 'Polygon' }, properties: { colour: 'layer-3' } });
	expect(layerArea({ ...coarse[0]!, geometry: null }, rows.originalAt(0), { colour: 'side' })).toBe(null);
});

test('rows without a place are listed, and the bounds are those of the others', () => {
	const [a, b] = [incidentFixture('a', 19_000), incidentFixture('b', 19_001)];
	const { texts, bounds } = collected('l1', [{ ...b, geometry: null }, a]);
	expect([[...texts.unlocated], bounds]).toEqual([[0], [42.4, 33.8, 42.4, 33.8]]);
});
