/** What could be read of a layer, and what was wrong with it if anything was. */
export interface ReadCollection<Feature> {
	readonly features: Feature[];
	/** A clause that ends "... could not be read: ", or `null` if the layer is whole. */
	readonly problem: string | null;
}

/**
 * Reads a layer written with one feature per line. A text that was cut short gives every feature that came through
 * whole, and says how it ended.
 */
export function readCollection<Feature>(text: string): ReadCollection<Feature> {
	const whole = parse(text);
	if (isCollection(whole)) return { features: whole.features as Feature[], problem: null };
	if (whole !== undefined) return { features: [], problem: 'it is not a GeoJSON FeatureCollection' };
	const features = text
		.split('\n')
		.slice(1)
		.map((line) => parse(line.replace(/,\s*$/, '')))
		.filter(isFeature) as Feature[];
	return { features, problem: `it was cut short; ${features.length} of its features came through whole` };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isCollection(value: unknown): value is { features: unknown[] } {
	return isObject(value) && value.type === 'FeatureCollection' && Array.isArray(value.features);
}

function isFeature(value: unknown): boolean {
	return isObject(value) && value.type === 'Feature';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
