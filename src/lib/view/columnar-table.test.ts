import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { IncidentFeature } from '../model/feature.ts';
import { buffersOf, type ColumnarIncidents, columnarTable } from './columnar-table.ts';
import { arbitraryFilters, arbitraryIncidents } from './incident-fixture.ts';
import { buildIncidentTable, type IncidentColumns } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { stringColumn } from './string-column.ts';

function columnsOf(features: IncidentFeature[]): ColumnarIncidents {
	const { feature, idOf, ...rest } = buildIncidentTable(features);
	const columns: Partial<typeof rest> & IncidentColumns = rest;
	delete columns.rowOf;
	delete columns.linking;
	return {
		columns,
		ids: stringColumn(columns.length, idOf),
		titles: stringColumn(columns.length, (row) => feature(row).properties.title),
	};
}

test('handed over by a worker, columns filter as the features they were made from', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryFilters, (features, filters) => {
			const sent = columnsOf(features);
			const expected = filterFailures(buildIncidentTable(features), filters);
			const table = columnarTable(structuredClone(sent, { transfer: buffersOf(sent) }));
			expect(sent.columns.startDay).toHaveLength(0);
			expect(filterFailures(table, filters)).toEqual(expected);
			for (const { id, geometry, properties } of features) {
				const row = table.rowOf.get(id)!;
				expect(table.idOf(row)).toBe(id);
				const feature = table.feature(row);
				expect(feature).toMatchObject({ id, geometry });
				for (const key of ['title', 'date_edtf', 'kind', 'side', 'attribution', 'outcome', 'place_id'] as const) {
					expect(feature.properties[key]).toEqual(properties[key]);
				}
			}
			expect(table.rowOf.get('no-such-incident')).toBeUndefined();
		}),
		{ numRuns: 50 },
	);
});

test('a feature made from columns has the form of any other', () => {
	fc.assert(
		fc.property(arbitraryIncidents, (features) => {
			const table = columnarTable(columnsOf(features));
			for (let row = 0; row < table.length; row++) v.assert(IncidentFeature, table.feature(row));
		}),
		{ numRuns: 10 },
	);
});
