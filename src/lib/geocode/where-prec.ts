import { GEO_PRECISIONS, type GeoPrecision } from '../model/vocabulary.ts';
import type { PlaceRow } from './gazetteer-row.ts';
import type { PlaceQuery } from './place-query.ts';

/** UCDP GED's `where_prec`: what lies near or to one side of a place is 2 at best, and 7 is for waters. */
export function wherePrec(
	precision: GeoPrecision,
	{ relation }: Pick<PlaceQuery, 'relation'>,
	row: Pick<PlaceRow, 'kind'>,
): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
	if (row.kind === 'sea') return 7;
	const isBeside = relation !== 'at' && relation !== 'in';
	const isSmall = row.kind !== 'province' && row.kind !== 'region' && row.kind !== 'country';
	return isBeside && isSmall ? 2 : GEO_PRECISIONS[precision].ucdp;
}
