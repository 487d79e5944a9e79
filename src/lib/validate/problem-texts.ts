/** How severe a problem is: an error breaks the RFC, a warning is advised against by it or misleads common tools. */
export type Severity = 'error' | 'warning';

interface ProblemText<Details> {
	severity: Severity;
	/** Of RFC 7946, unless it names another. */
	section: string;
	/** Read after the path: `features[3].geometry is neither an object nor null`. */
	message: (details: Details) => string;
	/** What the section says, in our words. */
	says: string;
	/** What to do; what `--fix` does where it is safe. */
	fix?: (details: Details) => string;
}

const error = <Details = object>(section: string, text: Omit<ProblemText<Details>, 'severity' | 'section'>) => ({
	severity: 'error' as const,
	section,
	...text,
});
const warning = <Details = object>(section: string, text: Omit<ProblemText<Details>, 'severity' | 'section'>) => ({
	severity: 'warning' as const,
	section,
	...text,
});

const RING =
	'A ring is a closed line of four or more positions whose first and last are the same; outer rings run counter-clockwise, holes clockwise.';
const POLYGON = 'The first ring bounds the surface, and all further rings bound holes in it.';
const POSITION = 'A position is an array of two or three numbers: longitude, latitude and, if need be, height.';
const BBOX =
	'A bbox is an array of twice as many numbers as there are dimensions: the most south-westerly values of all axes, then the most north-easterly.';
const JSON_TEXT = 'A GeoJSON text is a JSON text.';
const INTEROPERABLE = 'Texts should keep to I-JSON, so that all readers understand the same.';

/** What is said of each kind of problem. A code never changes its meaning. */
export const problemTexts = {
	'byte-order-mark': error('RFC 8259, 8.1', {
		message: () => 'starts with a byte order mark',
		says: 'Whoever sends JSON must not begin it with a byte order mark.',
		fix: () => 'save it as UTF-8 without a byte order mark',
	}),
	'not-utf-8': error('RFC 8259, 8.1', {
		message: ({ found }: { found: string }) => `is not UTF-8 but ${found}`,
		says: 'JSON that is exchanged must be UTF-8.',
		fix: () => 'save it as UTF-8',
	}),
	'json-syntax': error('2', {
		message: ({ what }: { what: string }) => `is not JSON: ${what}`,
		says: `${JSON_TEXT} What follows such a mistake cannot be judged.`,
	}),
	'number-spelling': error('2', {
		message: ({ found }: { found: string }) => `${found} is no number of JSON`,
		says: 'JSON has no NaN and no infinity, no leading plus or zero, and digits on both sides of a point.',
	}),
	'number-overflow': error('2', {
		message: ({ found }: { found: string }) => `${found} is too large to be read as a number`,
		says: 'Numbers beyond the range of IEEE 754 doubles are read as infinity, if at all.',
	}),
	'name-twice': error('11.1', {
		message: ({ name }: { name: string }) => `the name ${name} occurs twice in one object`,
		says: `${INTEROPERABLE} I-JSON forbids names that occur twice: one reader takes the first value, another the last.`,
		fix: () => 'keep one of them',
	}),
	'nested-too-deep': error('RFC 8259, 9', {
		message: ({ limit }: { limit: number }) => `is nested deeper than ${limit} levels; what follows was not read`,
		says: 'Readers may limit how deep a text is nested. GeoJSON needs less than ten levels.',
	}),
	'too-large': error('RFC 8259, 9', {
		message: ({ characters, limit }: { characters: number; limit: number }) =>
			`is one value of more than ${characters} characters; at most ${limit} are read`,
		says: 'Readers may limit the size of what they accept.',
	}),
	'more-problems': error('', {
		message: ({ count }: { count: number }) => `${count} more problems are not listed`,
		says: 'Mend the first ones, or run the command, which lists them all.',
	}),
	'not-an-object': error('3', {
		message: ({ found }: { found: string }) => `is ${found} instead of a GeoJSON object`,
		says: 'A GeoJSON text is a JSON object: a geometry, a Feature or a FeatureCollection.',
	}),
	'type-missing': error('3', {
		message: () => 'has no type',
		says: 'A GeoJSON object has a member "type" that is one of the nine types.',
	}),
	'type-kind': error('3', {
		message: ({ found }: { found: string }) => `is ${found} instead of text`,
		says: 'The value of "type" is text.',
	}),
	'type-unknown': error('7', {
		message: ({ type }: { type: string }) => `${type} is no type of GeoJSON`,
		says: 'There are nine types, and nobody may add to them.',
	}),
	'type-case': error('1.4', {
		message: ({ type, right }: { type: string; right: string }) => `${type} is no type of GeoJSON, ${right} is`,
		says: 'Types are case-sensitive.',
		fix: ({ right }) => `write ${right}`,
	}),
	'type-misplaced': error('3', {
		message: ({ type, expected }: { type: string; expected: string }) => `is ${type} where ${expected} belongs`,
		says: 'A collection holds Features, a Feature holds a geometry, and a GeometryCollection holds geometries.',
	}),
	'member-missing': error('3', {
		message: ({ name, similar }: { name: string; similar: string | null }) =>
			`has no member "${name}"${similar === null ? '' : `, only ${similar}`}`,
		says: 'A geometry has "coordinates" or "geometries", a Feature "geometry" and "properties", a FeatureCollection "features". Names are case-sensitive.',
	}),
	'member-kind': error('3', {
		message: ({ expected, found }: { expected: string; found: string }) => `is ${found} instead of ${expected}`,
		says: '"features", "geometries" and "coordinates" are arrays; "geometry" and "properties" are objects or null.',
	}),
	'member-misplaced': error('7.1', {
		message: ({ type, owner }: { type: string; owner: string }) =>
			`in a ${type} changes what it means: it belongs to ${owner}`,
		says: 'Members that define one type must not occur in another: "coordinates" and "geometries" make a geometry, "geometry" and "properties" a Feature, "features" a collection.',
		fix: () => 'rename it or move it into "properties"',
	}),
	'crs-obsolete': warning('4', {
		message: () => 'is obsolete, and names what is understood anyway',
		says: 'All coordinates are longitude and latitude of WGS 84 in degrees; the member "crs" of 2008 was removed.',
		fix: () => 'remove it',
	}),
	'crs-other': error('4', {
		message: () => 'is obsolete, and names another system than longitude and latitude of WGS 84, or none that is known',
		says: 'All coordinates are longitude and latitude of WGS 84 in degrees; the member "crs" of 2008 was removed.',
		fix: () => 'transform the coordinates to EPSG:4326 and remove it',
	}),
	'id-kind': error('3.2', {
		message: ({ found }: { found: string }) => `is ${found} instead of text or a number`,
		says: 'The id of a Feature is text or a number.',
	}),
	'id-twice': warning('3.2', {
		message: ({ id, first }: { id: string; first: number }) => `${id} is the id of features[${first}] already`,
		says: 'An id is what a Feature is commonly known by; two that share one cannot be told apart.',
		fix: () => 'give one of them another id',
	}),
	'collection-nested': warning('3.1.8', {
		message: () => 'is a GeometryCollection inside a GeometryCollection',
		says: 'Collections inside collections should be avoided.',
	}),
	'collection-of-one': warning('3.1.8', {
		message: () => 'is a GeometryCollection of a single part',
		says: 'A collection of a single part, or of parts of one type, should be written as that part or as the Multi type.',
	}),
	'coordinates-shallow': error('3.1', {
		message: ({ found, type }: { found: string; type: string }) =>
			`is ${found} where a ${type} has an array: it is nested too little`,
		says: 'How coordinates are nested follows from the type: a position, an array of positions, of rings or lines, of polygons.',
	}),
	'coordinates-deep': error('3.1', {
		message: ({ type }: { type: string }) => `is an array where a ${type} has a number: it is nested too deeply`,
		says: 'How coordinates are nested follows from the type: a position, an array of positions, of rings or lines, of polygons.',
	}),
	'coordinates-empty': warning('3.1', {
		message: () => 'is empty',
		says: 'Readers may take a geometry with empty coordinates for none.',
		fix: () => 'write null as the geometry of its Feature',
	}),
	'position-short': error('3.1.1', {
		message: ({ count }: { count: number }) =>
			`has ${count === 1 ? '1 number' : `${count} numbers`} instead of two or three`,
		says: POSITION,
	}),
	'position-long': warning('3.1.1', {
		message: ({ count }: { count: number }) => `has ${count} numbers instead of two or three`,
		says: `${POSITION} Writers should not add more, and readers may ignore them.`,
	}),
	'position-kind': error('3.1.1', {
		message: ({ found }: { found: string }) => `is ${found} instead of a number`,
		says: POSITION,
	}),
	'dimensions-mixed': warning('3.1.1', {
		message: ({ found, first }: { found: number; first: number }) =>
			`has ${found} numbers where the positions before it have ${first}`,
		says: `${POSITION} Readers that settle the dimensions by the first position fail on such a geometry.`,
	}),
	'longitude-range': error('4', {
		message: ({ lng }: { lng: number }) => `longitude ${lng} is beyond 180`,
		says: 'Coordinates are degrees of longitude and latitude.',
	}),
	'latitude-range': error('4', {
		message: ({ lat }: { lng: number; lat: number; isSwapped: boolean }) => `latitude ${lat} is beyond 90`,
		says: 'Coordinates are degrees of longitude and latitude, longitude first.',
		fix: ({ lng, lat, isSwapped }) =>
			isSwapped ? `if they are swapped, write [${lat}, ${lng}]` : 'look it up: it is no place on earth',
	}),
	precision: warning('11.2', {
		message: ({ count, found }: { count: number; found: string }) =>
			`${found} has more than 7 decimals${count > 1 ? `, as have ${count - 1} more numbers of this geometry` : ''}`,
		says: 'Six decimals are about 10 centimetres; more makes files larger than what they know.',
		fix: () => 'round to 7 decimals, about a centimetre',
	}),
	'line-short': error('3.1.4', {
		message: ({ count }: { count: number }) =>
			`is a line of ${count === 1 ? '1 position' : `${count} positions`} instead of two or more`,
		says: 'A line has two or more positions.',
	}),
	'line-no-length': warning('3.1.4', {
		message: () => 'is a line without length: all its positions are the same',
		says: 'A line has two or more positions; if they are one place, it is a point.',
	}),
	'vertex-twice': warning('3.1.4', {
		message: () => 'repeats the vertex before it',
		says: 'Nothing is said of repeated vertices, but tools that measure directions or offsets fail on them.',
		fix: () => 'remove it',
	}),
	antimeridian: warning('3.1.9', {
		message: ({ from, to }: { from: number; to: number }) =>
			`steps from longitude ${from} to ${to}: over the antimeridian, or the long way round`,
		says: 'A geometry that crosses the antimeridian should be cut there into two that do not.',
		fix: () => 'cut the geometry at 180 degrees',
	}),
	'ring-open': error('3.1.6', {
		message: () => 'is not closed: its last position differs from its first',
		says: RING,
		fix: () => 'repeat the first position at the end',
	}),
	'ring-short': error('3.1.6', {
		message: ({ count }: { count: number }) =>
			`is a ring of ${count === 1 ? '1 position' : `${count} positions`} instead of four or more`,
		says: RING,
	}),
	'ring-no-area': warning('3.1.6', {
		message: () => 'is a ring without area',
		says: RING,
	}),
	'winding-outer': error('3.1.6', {
		message: () => 'is an outer ring that runs clockwise',
		says: `${RING} Readers should accept others, but some take them for the rest of the globe.`,
		fix: () => 'reverse it',
	}),
	'winding-hole': error('3.1.6', {
		message: () => 'is a hole that runs counter-clockwise',
		says: `${RING} Readers should accept others, but some take them for a surface.`,
		fix: () => 'reverse it',
	}),
	'crosses-itself': warning('3.1.6', {
		message: ({ lng, lat }: { lng: number; lat: number }) => `crosses or touches itself near [${lng}, ${lat}]`,
		says: `${RING} What lies inside is unclear where it meets itself (OGC Simple Features, 6.1.11).`,
	}),
	spike: warning('3.1.6', {
		message: ({ lng, lat }: { lng: number; lat: number }) =>
			`is a spike: the ring runs to [${lng}, ${lat}] and straight back`,
		says: `${RING} A spike bounds nothing (OGC Simple Features, 6.1.11).`,
	}),
	'rings-cross': warning('3.1.6', {
		message: ({ other, lng, lat }: { other: number; lng: number; lat: number }) =>
			`crosses or runs along ring ${other} near [${lng}, ${lat}]`,
		says: `${POLYGON} Rings may touch in points but not cross (OGC Simple Features, 6.1.11).`,
	}),
	'hole-outside': warning('3.1.6', {
		message: () => 'is a hole outside of its outer ring',
		says: POLYGON,
		fix: () => 'make it a polygon of its own, or remove it',
	}),
	'hole-in-hole': warning('3.1.6', {
		message: ({ other }: { other: number }) => `is a hole inside the hole of ring ${other}`,
		says: POLYGON,
	}),
	'polygons-cross': warning('3.1.7', {
		message: ({ other, lng, lat }: { other: number; lng: number; lat: number }) =>
			`crosses or runs along polygon ${other} near [${lng}, ${lat}]`,
		says: 'A MultiPolygon is an array of polygons; they may touch in points but not overlap (OGC Simple Features, 6.1.14).',
	}),
	'not-fully-compared': warning('3.1.6', {
		message: () => 'has so many overlapping segments that not all were compared',
		says: RING,
	}),
	'bbox-kind': error('5', {
		message: ({ found }: { found: string }) => `is ${found} instead of an array of four or six numbers`,
		says: BBOX,
		fix: () => 'write [west, south, east, north]',
	}),
	'bbox-dimensions': error('5', {
		message: ({ count, dimensions }: { count: number; dimensions: number }) =>
			`has ${count} numbers where positions have ${dimensions}`,
		says: BBOX,
		fix: ({ dimensions }) => `write ${dimensions * 2} numbers`,
	}),
	'bbox-order': error('5', {
		message: ({ low, high }: { low: number; high: number }) =>
			`has its axes in disorder: ${low} should not be above ${high}`,
		says: `${BBOX} Only west may be greater than east, where the antimeridian is crossed.`,
		fix: () => 'write [west, south, east, north]',
	}),
	'bbox-range': error('5', {
		message: ({ found }: { found: number }) => `${found} is beyond the globe`,
		says: BBOX,
		fix: () => 'write [west, south, east, north] in degrees',
	}),
	'bbox-misses': error('5', {
		message: ({ right }: { right: string }) => `does not hold its content, which spans ${right}`,
		says: 'A bbox tells the range of the coordinates of what it belongs to.',
		fix: ({ right }) => `write ${right}`,
	}),
	'bbox-loose': warning('5', {
		message: ({ right }: { right: string }) => `is larger than its content, which spans ${right}`,
		says: 'A bbox tells the range of the coordinates of what it belongs to.',
	}),
} as const;

export type ProblemCode = keyof typeof problemTexts;
export type ProblemDetails<Code extends ProblemCode> = (typeof problemTexts)[Code]['message'] extends () => string
	? object
	: Parameters<(typeof problemTexts)[Code]['message']>[0];
