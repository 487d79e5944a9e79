import type { AnyFeature } from './links-to.ts';

/** Why a link between two records is no line on the map. */
export type NoArc = 'statement' | 'aggregate' | 'unlocated' | 'area' | 'same-place';

/** What stands against a line between two records; `null` if it is drawn. `linkArcs` draws by the same rule. */
export function whyNoArc(a: AnyFeature, b: AnyFeature): NoArc | null {
	const ends = [a, b];
	if (ends.some(({ properties }) => 'plover' in properties)) return 'statement';
	if (ends.some(({ properties }) => 'count_of' in properties)) return 'aggregate';
	if (!a.geometry || !b.geometry) return 'unlocated';
	if (ends.some((end) => !isPoint(end))) return 'area';
	return String(a.geometry.coordinates) === String(b.geometry.coordinates) ? 'same-place' : null;
}

function isPoint({ properties }: AnyFeature): boolean {
	return 'geo_precision' in properties && (properties.geo_precision === 'site' || properties.geo_precision === 'town');
}
