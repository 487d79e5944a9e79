import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { areaOutline } from './area-outline.ts';

/**
 * Gives each row the first-order division that its point lies in, by the outlines of the curated provinces, so that one
 * province has one name whatever list the row comes from. Rows outside every such outline stay as they are.
 */
export function assignAdmin1(rows: readonly GazetteerRow[], curated: readonly GazetteerRow[]): GazetteerRow[] {
	const outlines = curated
		.filter((row) => row.area?.startsWith('admin1:'))
		.map((row) => {
			const outline = areaOutline(row.area!);
			return { country: row.country, admin1: row.admin1 ?? row.name, outline, box: bbox(outline) };
		});
	return rows.map((row) => {
		const [lng, lat] = row.position;
		const found = outlines.find(
			({ country, outline, box }) =>
				country === row.country &&
				lng >= box[0] &&
				lat >= box[1] &&
				lng <= box[2] &&
				lat <= box[3] &&
				booleanPointInPolygon([lng, lat], outline),
		);
		return found ? { ...row, admin1: found.admin1 } : row;
	});
}
