import type { Rejection } from '../imported-row.ts';
import type { OriginalObject } from '../../model/original.ts';

/** A feature of a map file of others, taken apart and not yet judged. */
export interface ForeignFeature {
	/** From 1, over all features of the file, also those that cannot be read. */
	readonly number: number;
	/** Its own identifier, if the format has one apart from its properties. */
	readonly id: string | null;
	/** A geometry as GeoJSON has it, in the file's coordinates; whatever stands there is checked by `readGeometry`. */
	readonly geometry: unknown;
	/** Everything else it holds, as it was. Nothing on its prototype is looked at. */
	readonly properties: OriginalObject;
}

/** Features one after another, a few at a time; those that cannot be taken apart stand there as rejections. */
export type ForeignFeatures = AsyncIterable<readonly (ForeignFeature | Rejection)[]>;
