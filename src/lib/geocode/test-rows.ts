import type { GazetteerRow } from './gazetteer-row.ts';
import type { PlaceQuery } from './place-query.ts';

/** A row for tests: a curated town unless the parts say otherwise. */
export function testRow(parts: Partial<GazetteerRow> & Pick<GazetteerRow, 'id' | 'name'>): GazetteerRow {
	return {
		aliases: [],
		alternates: [],
		hints: [],
		kind: 'town',
		country: 'IRQ',
		admin1: null,
		position: [44, 33],
		uncertaintyKm: 4,
		area: null,
		population: 0,
		origin: 'curated',
		...parts,
	};
}

/** A query for tests: a town named without any context. */
export function testQuery(name: string, parts: Partial<PlaceQuery> = {}): PlaceQuery {
	return { name, kind: 'town', country: null, admin1: null, near: null, relation: 'at', ...parts };
}
