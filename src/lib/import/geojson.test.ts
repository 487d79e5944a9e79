import { describe, expect, test } from 'vitest';
import { ImportError } from './format.ts';
import { at, collection, DAY, readUntil } from './geojson-fixture.ts';
import { geojson } from './geojson.ts';
import type { ImportedRow } from './imported-row.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

const survey = (text: string) => geojson.survey(sourceFixture(text), new AbortController().signal);

describe('properties', () => {
	test('are taken for what their names and values say, and kept as they were', async () => {
		const properties = {
			Name: 'Strike at a depot',
			when: '18 February 2024',
			where: { town: 'Testburg', country: 'Iraq' },
			type: 'Air/drone strike',
			killed: 3,
			wounded: '4-6',
			links: ['https://a.example/1', 'https://b.example/2', 'javascript:alert(1)'],
			flags: [1, { a: null }],
		};
		const { rows, rejected } = await readFixture(geojson, collection({ ...at([44.36, 33.31], properties), id: 17 }));
		expect(rejected).toEqual([]);
		const [{ feature, original, sources, number, shape }] = rows as [ImportedRow];
		expect(original).toEqual(properties);
		expect([number, shape, feature.id, feature.geometry]).toEqual([
			1,
			null,
			'17',
			{ type: 'Point', coordinates: [44.36, 33.31] },
		]);
		expect(sources).toEqual(['https://a.example/1', 'https://b.example/2']);
		expect(feature.properties).toMatchObject({
			title: 'Strike at a depot',
			date_edtf: '2024-02-18',
			place_as_written: 'Testburg',
			country: 'IRQ',
			kind: 'air-strike',
			killed_best: 3,
			injured_low: 4,
			injured_best: null,
			injured_high: 6,
			geo_precision: 'town',
		});
	});

	test('may be lists, numbers of milliseconds and members of the feature itself', async () => {
		const inside = { event_date: 1_708_214_400_000, note: 'inside' };
		const feature = { ...at([1, 2.5], inside), title: 'Beside the properties', note: 'beside' };
		const { rows } = await readFixture(geojson, collection(feature));
		expect(rows[0]!.feature.properties).toMatchObject({ date_edtf: '2024-02-18', title: 'Beside the properties' });
		expect(rows[0]!.original).toEqual({ ...inside, title: 'Beside the properties' });
	});

	test('without a date reject the feature, unless one is given for all', async () => {
		const text = collection(at([44, 33], { name: 'Somewhere' }));
		expect((await readFixture(geojson, text)).rejected).toEqual([
			{
				number: 1,
				column: null,
				value: '',
				reason: 'There is no date. Give one, such as 2024-02-18, or one for all rows without.',
			},
		]);
		const { rows } = await readFixture(geojson, text, { dateless: '2024-02' });
		expect(rows[0]!.feature.properties).toMatchObject({
			date_edtf: '2024-02',
			date_precision: 'month',
			title: 'Somewhere',
		});
		expect((await survey(text)).hasDates).toBe(false);
	});

	test('called as prototypes are called harm nothing', async () => {
		const text = `{"features": [{"type": "Feature", "geometry": null, "properties": {"date": "2024-02-18", "__proto__": {"polluted": 1}, "constructor": "c", "toString": null, "hasOwnProperty": 1}, "__proto__": {"id": "x"}}], "__proto__": {"features": []}}`;
		const { rows, rejected } = await readFixture(geojson, text);
		expect(rejected).toEqual([]);
		expect(Object.keys(rows[0]!.original).sort()).toEqual([
			'__proto__',
			'constructor',
			'date',
			'hasOwnProperty',
			'toString',
		]);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(Object.getPrototypeOf(rows[0]!.original)).toBe(Object.prototype);
	});

	test('with too long a text reject the feature', async () => {
		const { rejected } = await readFixture(
			geojson,
			collection(at([1, 2], { ...DAY, deep: { note: 'x'.repeat(1_000_001) } })),
		);
		expect(rejected).toEqual([
			{
				number: 1,
				column: 'deep',
				value: 'x'.repeat(200),
				reason: 'A text has 1,000,001 characters, and at most 1,000,000 are read.',
			},
		]);
	});

	test('with odd numbers come back as what can be written again', async () => {
		const text =
			'{"features": [{"type": "Feature", "geometry": null, "properties": {"date": "2024-02-18", "a": -0, "b": 1e999, "c": [-0.0, {"d": 1E+400}], "e": "\\ud800"}}]}';
		const [{ original }] = (await readFixture(geojson, text)).rows as [ImportedRow];
		expect(original).toEqual({ date: '2024-02-18', a: 0, b: 'Infinity', c: [0, { d: 'Infinity' }], e: '\ud800' });
		expect(JSON.parse(JSON.stringify(original))).toEqual(original);
	});

	test('that come twice count the last time', async () => {
		const text =
			'{"features": [{"type": "Feature", "geometry": null, "properties": {"date": "2020-01-01", "date": "2024-02-18"}}]}';
		expect((await readFixture(geojson, text)).rows[0]!.feature.properties.date_edtf).toBe('2024-02-18');
	});

	test('of precision decide how it is drawn', async () => {
		const coded = (properties: object) => at([44.36, 33.31], { ...DAY, ...properties });
		const { rows } = await readFixture(
			geojson,
			collection(
				coded({ geo_precision: 'province' }),
				coded({ geo_precision: 2 }),
				coded({ where_prec: 6 }),
				coded({ geo_precision: 'x' }),
			),
		);
		expect(rows.map(({ feature: { properties: p } }) => [p.geo_precision, p.where_prec])).toEqual([
			['province', 4],
			['district', 2],
			['country', 6],
			['town', 1],
		]);
	});
});

describe('reference systems', () => {
	const withCrs = (crs: unknown, ...features: unknown[]) =>
		JSON.stringify({ type: 'FeatureCollection', crs, features });
	const named = (name: string) => ({ type: 'name', properties: { name } });

	test('of degrees and of Web Mercator are honoured, before the features and behind them', async () => {
		const metres = at([4_938_131.61, 3_938_447.06]);
		const before = withCrs(named('urn:ogc:def:crs:EPSG::3857'), metres);
		const behind = `{"features": [${JSON.stringify(metres)}], "name": "x", "crs": ${JSON.stringify(named('EPSG:3857'))}}`;
		for (const text of [before, behind]) {
			const { rows } = await readFixture(geojson, text);
			const [lng, lat] = rows[0]!.feature.geometry!.coordinates;
			expect(lng).toBeCloseTo(44.36, 4);
			expect(lat).toBeCloseTo(33.31, 1);
		}
		const { rows } = await readFixture(geojson, withCrs(named('urn:ogc:def:crs:OGC:1.3:CRS84'), at([44.36, 33.31])));
		expect(rows[0]!.feature.geometry?.coordinates).toEqual([44.36, 33.31]);
	});

	test('of any other kind are refused in words', async () => {
		const { error, rows } = await readUntil(geojson, withCrs(named('urn:ogc:def:crs:EPSG::32638'), at([44, 33])));
		expect(rows).toEqual([]);
		expect(error).toBeInstanceOf(ImportError);
		expect((error as Error).message).toContain(
			'the reference system "urn:ogc:def:crs:EPSG::32638" (UTM zone 38 north), which is not read',
		);
		expect(await survey(withCrs(named('EPSG:27700'), at([44, 33]))).catch((caught: unknown) => caught)).toBeInstanceOf(
			ImportError,
		);
	});
});

describe('a survey', () => {
	test('tells columns, samples, open dates and interchanged positions', async () => {
		const features = [33, 34, 35, 36].map((lat) =>
			at([lat, 44], { date: '02/03/2024', country: 'Iraq', inside: { note: 'n' } }),
		);
		expect(await survey(collection(...features))).toMatchObject({
			format: 'geojson',
			columns: ['date', 'country', 'inside.note'],
			mapping: { date: 0, country: 1 },
			dateOrder: 'ambiguous',
			latitudeFirst: 'likely',
			hasDates: true,
			hasCoordinates: true,
		});
		expect((await survey(collection(...features))).sample[0]).toEqual(['02/03/2024', 'Iraq', 'n']);
		expect((await survey(collection(at([33, 144]), at([33, 44])))).latitudeFirst).toBe('yes');
		expect((await survey(collection(at([44, 33])))).latitudeFirst).toBe('no');
		const swapped = await readFixture(geojson, collection(...features), {
			latitudeFirst: true,
			dateOrder: 'day-first',
		});
		expect(swapped.rows[0]!.feature).toMatchObject({
			geometry: { coordinates: [44, 33] },
			properties: { date_edtf: '2024-03-02' },
		});
	});

	test('looks at properties of the first 200 features, also those that only some of them have', async () => {
		const features = Array.from({ length: 200 }, (_, index) =>
			at([44, 33], index === 199 ? { ...DAY, killed: 2 } : DAY),
		);
		const { rows } = await readFixture(geojson, collection(...features));
		expect(rows[199]!.feature.properties.killed_best).toBe(2);
		expect(rows[0]!.feature.properties.killed_best).toBeNull();
	});
});

describe('files', () => {
	test.each([
		[
			'a collection with its features in the middle',
			`{"a": {"features": [1]}, "type": "FeatureCollection", "features": [${JSON.stringify(at([44, 33]))}], "z": [[[]]]}`,
		],
		['a list of features', `[${JSON.stringify(at([44, 33]))}]`],
		['one feature', JSON.stringify(at([44, 33]))],
		['one with white space around it', `\n\t ${JSON.stringify(at([44, 33]), null, 2)}\r\n`],
		['a list of plain objects', JSON.stringify([{ lat: 33, lon: 44, ...DAY }])],
		['one with a byte order mark', `\uFEFF${collection(at([44, 33]))}`],
	])('%s is read', async (_, text) => {
		for (const pieceBytes of [3, 65_536]) {
			const { rows, rejected, error } = await readUntil(geojson, text, pieceBytes);
			expect([rejected, error]).toEqual([[], null]);
			expect(rows[0]!.feature.geometry?.coordinates).toEqual([44, 33]);
			expect(rows[0]!.feature.properties.date_edtf).toBe('2024-02-18');
		}
	});

	test('of UTF-16 and Windows-1252 are read', async () => {
		const text = collection(at([44, 33], { ...DAY, place: 'Müllheim 中' }));
		const wide = new Uint8Array(2 + text.length * 2);
		wide.set([0xff, 0xfe]);
		[...text].forEach((unit, index) => new DataView(wide.buffer).setUint16(2 + index * 2, unit.charCodeAt(0), true));
		expect((await readUntil(geojson, wide)).rows[0]!.feature.properties.place_as_written).toBe('Müllheim 中');
		const narrow = Uint8Array.from(text.replace('中', 'x'), (unit) => unit.charCodeAt(0));
		expect((await readUntil(geojson, narrow)).rows[0]!.feature.properties.place_as_written).toBe('Müllheim x');
	});

	test('that are cut off give everything before the cut', async () => {
		const whole = collection(at([44, 33]), at([45, 33]), at([46, 33]));
		const cut = whole.slice(0, -20);
		const { rows, error } = await readUntil(geojson, cut);
		expect(rows).toHaveLength(2);
		expect((error as Error).message).toContain(`it ends at byte ${cut.length}; whole features before that: 2`);
		const broken = await readUntil(geojson, whole.replace('},{"type":"Feature"', '} {"type":"Feature"'));
		expect(broken.rows).toHaveLength(1);
		expect((broken.error as Error).message).toMatch(
			/^It is not JSON from byte 1\d\d on: a comma or ] is due where \{ stands/,
		);
	});

	test('of one feature may have an empty list of features besides', async () => {
		const { rows } = await readUntil(geojson, JSON.stringify({ ...at([44, 33]), features: [] }));
		expect(rows[0]!.feature.geometry?.coordinates).toEqual([44, 33]);
	});

	test('of one geometry are read, and refused where its type is none', async () => {
		const read = (geometry: object) => readFixture(geojson, JSON.stringify(geometry), { dateless: '2024' });
		expect((await read({ type: 'Point', coordinates: [44, 33] })).rows[0]!.feature.geometry?.coordinates).toEqual([
			44, 33,
		]);
		expect((await read({ type: 'point', coordinates: [44, 33] })).rejected).toMatchObject([
			{ column: 'geometry.type', value: '"point"' },
		]);
	});

	test('with a feature that is no JSON go on behind it', async () => {
		const { rows, rejected, error } = await readUntil(
			geojson,
			`{"features": [{"a": nul}, ${JSON.stringify(at([44, 33]))}, 7, {"type": "Feature", "properties": [1], "geometry": null}]}`,
		);
		expect(error).toBeNull();
		expect(rows.map(({ number }) => number)).toEqual([2]);
		expect(rejected.map(({ number, column, reason }) => [number, column, reason])).toEqual([
			[1, null, 'It is not JSON.'],
			[3, null, 'It is no feature: an object with geometry and properties is due.'],
			[4, 'properties', 'The properties of a feature are an object, or null.'],
		]);
	});

	test('nested too deep are refused with path and depth', async () => {
		const deep = `{"type": "Feature", "geometry": null, "properties": {"date": "2024-02-18", "a": {"b": [7, ${'['.repeat(70)}${']'.repeat(70)}]}}}`;
		const { rows, rejected } = await readUntil(geojson, `{"features": [${JSON.stringify(at([44, 33]))}, ${deep}]}`);
		expect(rows).toHaveLength(1);
		expect(rejected[0]).toMatchObject({
			number: 2,
			reason: '76 objects and arrays lie inside each other, and at most 64 are read.',
		});
		expect(rejected[0]!.column).toContain('features[1].properties.a.b[1][0][0]');
		expect((await readUntil(geojson, deep)).rejected[0]!.column).toContain('properties.a.b[1][0]');
	});

	test.each([
		['{"type": "FeatureCollection"}', 'a collection without a list of features'],
		['{"type": "Topology", "objects": {}}', 'TopoJSON, which is not read'],
		['{"type": nonsense}', 'Its member "type" is not JSON'],
		['', 'The file is empty.'],
		['name,date', '{ or [ is due where n stands'],
	])('such as %s are refused in words', async (text, reason) => {
		expect(((await readUntil(geojson, text)).error as Error).message).toContain(reason);
	});

	test('are left when the signal says so, and tell how far they are', async () => {
		const stop = new AbortController();
		const told: number[] = [];
		const text = collection(...Array.from({ length: 50 }, () => at([44, 33])));
		const read = geojson.read(
			sourceFixture(text, 1024),
			{ mapping: null, dateOrder: null, latitudeFirst: false, dateless: null, signal: stop.signal },
			{
				accept: () => undefined,
				reject: () => undefined,
				progress: (bytes) => {
					told.push(bytes);
					if (bytes > 2000) stop.abort(new Error('The reader cancelled'));
				},
			},
		);
		await expect(read).rejects.toThrow('The reader cancelled');
		expect(told).toEqual([...told].sort((a, b) => a - b));
	});
});
