import fc from 'fast-check';

/** GeoJSON, sound or with odd values in it. */
export const anyGeojson = fc.letrec((tie) => {
	const number = fc.oneof(
		{ weight: 8, arbitrary: fc.double({ min: -181, max: 181, noNaN: true }) },
		{ weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
		fc.constantFrom(180, -180, 90, 1e300),
	);
	const position = fc.array(number, { minLength: 2, maxLength: 3 });
	const ring = fc
		.array(position, { maxLength: 7 })
		.chain((ring) => fc.boolean().map((isClosed) => (isClosed && ring[0] ? [...ring, ring[0]] : ring)));
	const odd = fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, fc.jsonValue());
	const geometry = (type: string, coordinates: fc.Arbitrary<unknown>) =>
		fc.record({
			type: fc.constant(type),
			coordinates,
			bbox: fc.oneof(odd, fc.array(number, { minLength: 4, maxLength: 4 })),
		});
	return {
		geometry: fc.oneof(
			geometry('Point', position),
			geometry('MultiPoint', fc.array(position, { maxLength: 4 })),
			geometry('LineString', fc.array(position, { maxLength: 6 })),
			geometry('MultiLineString', fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 })),
			geometry('Polygon', fc.array(ring, { maxLength: 4 })),
			geometry('MultiPolygon', fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 })),
			fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.array(tie('geometry'), { maxLength: 2 }) }),
		),
		feature: fc.record({
			type: fc.constant('Feature'),
			id: odd,
			properties: fc.oneof(fc.constant(null), fc.jsonValue()),
			geometry: fc.oneof(tie('geometry'), odd),
		}),
		value: fc.oneof(
			tie('geometry'),
			tie('feature'),
			fc.record({
				type: fc.constant('FeatureCollection'),
				features: fc.array(tie('feature'), { maxLength: 4 }),
				bbox: odd,
			}),
		),
	};
}).value;
/** GeoJSON with something broken in its text: a bracket, a quote, a number. */
export const brokenGeojson = fc
	.tuple(
		anyGeojson,
		fc.array(
			fc.tuple(
				fc.nat(),
				fc.nat(3),
				fc.constantFrom('', ',', '"', '{', ']', '}', '[', 'NaN', '-', '\\', '\n', 'é', '\0', '0'),
			),
			{ maxLength: 3 },
		),
	)
	.map(([value, wounds]) =>
		wounds.reduce(
			(text, [at, cut, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + cut),
			JSON.stringify(value),
		),
	);
