import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Position } from '../../lib/model/fields.ts';
import { borderDistanceKm } from '../border-distance.ts';
import type { Check } from './check.ts';

/** Outlines are generalised: ports and border posts may lie a little outside. */
const TOLERANCE_KM = 15;

export const check: Check = {
	name: 'place-in-country',
	description: `A curated place lies in its country, or within ${TOLERANCE_KM} km of it; a pair that does so the other way round was swapped.`,
	scope: 'places',
	check({ places, gazetteer }, report) {
		if (!gazetteer) return;
		for (const { file, value } of places) {
			for (const [i, { id, geometry, properties }] of value.features.entries()) {
				if (properties.country === null) continue;
				const path = `features[${i}].geometry.coordinates`;
				const outline = gazetteer.outline(`country:${properties.country}`);
				if (!('type' in outline)) {
					report({
						file,
						path: `features[${i}].properties.country`,
						message: outline.message,
						fix: 'correct the country',
					});
					continue;
				}
				const point = geometry.coordinates;
				const [lng, lat] = point;
				if (isWithin(point, outline)) continue;
				const isSwapped = Math.abs(lng) <= 90 && isWithin([lat, lng], outline);
				const message = `${id} at [${lng}, ${lat}] lies outside ${properties.country}`;
				report({
					file,
					path,
					message: isSwapped ? `${message}: latitude and longitude are swapped` : message,
					fix: isSwapped ? `write [${lat}, ${lng}]` : 'correct the coordinates, [longitude, latitude], or the country',
				});
			}
		}
	},
};

function isWithin(point: Position, outline: Polygon | MultiPolygon): boolean {
	return booleanPointInPolygon(point, outline) || borderDistanceKm(point, outline) <= TOLERANCE_KM;
}
