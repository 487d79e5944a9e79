import validator from 'geojson-validation';

interface Problem {
	path: string;
	message: string;
}

/** The validator's own recursion and messages have no bound; nothing we write is nested deeper. */
const DEEPEST = 12;
const MOST_MESSAGES = 20;

validator.define('Position', (position) => {
	const [lng, lat] = position;
	const isInRange = typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
	return isInRange ? [] : [`[${position.map(String).join(', ')}] is not a longitude and latitude in range`];
});

/** What geojson-validation finds wrong with a value, guarded against the inputs on which it throws or goes astray. */
export function checkGeojson(value: unknown): Problem[] {
	if (isDeeper(value, DEEPEST)) return [{ path: '', message: 'is nested too deeply' }];
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type')) {
		return [{ path: '', message: 'is not a GeoJSON object' }];
	}
	try {
		return validator
			.valid(value, true)
			.slice(0, MOST_MESSAGES)
			.map((message) => ({ path: '', message }));
	} catch (error) {
		return [{ path: '', message: `could not be validated: ${error instanceof Error ? error.message : String(error)}` }];
	}
}

function isDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1));
}
