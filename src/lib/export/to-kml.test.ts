import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { bytesOf, type ExportContext, textOf } from './export-context.ts';
import { claimFixture, contextFixture, incidents, NASTY } from './export-fixture.ts';
import { isInstalled, runOn } from './ogr-fixture.ts';
import { toKml } from './to-kml.ts';
import { toKmz } from './to-kmz.ts';

interface Element {
	readonly name: string;
	readonly attributes: Record<string, string>;
	readonly children: Element[];
	text: string;
}

/** Reads XML with namespaces; throws where it is not well formed. */
function parse(xml: string): Element {
	const root: Element = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
		const element: Element = { name, attributes: plain, children: [], text: '' };
		open.at(-1)!.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', (text) => void (open.at(-1)!.text += text));
	parser.write(xml).close();
	return root.children[0]!;
}

const all = (element: Element, name: string): Element[] => [
	...element.children.filter((child) => child.name === name),
	...element.children.flatMap((child) => all(child, name)),
];
const first = (element: Element, name: string) => all(element, name)[0];
const data = (placemark: Element) =>
	Object.fromEntries(all(placemark, 'SimpleData').map(({ attributes, text }) => [attributes.name, text]));
const document = async (context: ExportContext) => parse(await textOf(toKml(context)[0]!.chunks));
const layers = (kml: Element) =>
	Object.fromEntries(
		all(first(kml, 'Document')!, 'Document').map((each) => [first(each, 'name')!.text, all(each, 'Placemark')]),
	);

test('the parts of each element stand in the order of the schema of KML 2.2', async () => {
	const orders: Record<string, string[]> = {
		kml: ['Document'],
		Document: ['name', 'open', 'atom:author', 'atom:link', 'description', 'Style', 'Schema', 'Document', 'Placemark'],
		Style: ['IconStyle', 'LabelStyle', 'LineStyle', 'PolyStyle'],
		IconStyle: ['color', 'scale', 'Icon'],
		LineStyle: ['color', 'width'],
		LineString: ['tessellate', 'coordinates'],
		Polygon: ['tessellate', 'outerBoundaryIs', 'innerBoundaryIs'],
		TimeSpan: ['begin', 'end'],
		Placemark: [
			...['name', 'Snippet', 'description', 'TimeStamp', 'TimeSpan', 'styleUrl', 'ExtendedData'],
			...['Point', 'LineString', 'Polygon', 'MultiGeometry'],
		],
	};
	const kml = await document(contextFixture);
	expect(kml.attributes.xmlns).toBe('http://www.opengis.net/kml/2.2');
	const check = (element: Element) => {
		const order = orders[element.name];
		if (order) {
			const places = element.children.map(({ name }) => order.indexOf(name));
			expect(places, element.name).toEqual([...places].sort((a, b) => a - b));
			expect(Math.min(0, ...places), element.name).toBe(0);
		}
		element.children.forEach(check);
	};
	check(kml);
	const ids = [...all(kml, 'Style'), ...all(kml, 'Schema')].map(({ attributes }) => attributes.id!);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
	for (const { text } of all(kml, 'styleUrl')) expect(ids).toContain(text.slice(1));
});

test('incidents have their times, colours, and all properties with the claims inside', async () => {
	const { Incidents } = layers(await document(contextFixture));
	const [plain, unlocated, hostile] = Incidents!;
	expect(first(plain!, 'when')!.text).toBe('2024-04-21');
	expect(first(plain!, 'styleUrl')!.text).toBe('#iran-aligned');
	expect(first(plain!, 'coordinates')!.text).toBe('42.4,33.8');
	expect(JSON.parse(data(plain!).claims!)).toEqual(incidents[0]!.properties.claims);
	expect(data(plain!)).toMatchObject({ killed_low: '90', killed: '90', perpetrators: 'redland;blue-militia' });
	expect(data(plain!)).not.toHaveProperty('killed_high');
	expect([first(unlocated!, 'begin')!.text, first(unlocated!, 'end')!.text]).toEqual(['2024-03-18', '2024-04-17']);
	expect(all(unlocated!, 'Point')).toEqual([]);
	expect(first(hostile!, 'coordinates')!.text).toBe('-71.1234567,-33.7654321');
});

test('text is text: in a name as XML, in a description as HTML too', async () => {
	const { Incidents } = layers(await document(contextFixture));
	const hostile = Incidents![2]!;
	expect(first(hostile, 'name')!.text).toBe(NASTY);
	expect(data(hostile).title).toBe(NASTY);
	expect(first(hostile, 'description')!.text).not.toContain('<b>');
	expect(first(hostile, 'description')!.text).toContain('&#60;b&#62;');
});

test('what XML cannot write is replaced, and the file stays well formed', async () => {
	const [plain] = incidents;
	const features = [{ ...plain!, properties: { ...plain!.properties, title: 'a\u0000b\u0008c\uD800d\uFFFEe' } }];
	const { Incidents } = layers(await document({ ...contextFixture, features }));
	expect(first(Incidents![0]!, 'name')!.text).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
});

test('areas, links, statements and totals have documents of their own, and none where there are none', async () => {
	const kml = layers(await document(contextFixture));
	expect(Object.keys(kml)).toEqual([
		'Incidents',
		'Areas within which an incident may have happened',
		'Links',
		'Statements',
		'Totals',
	]);
	const [area] = kml['Areas within which an incident may have happened']!;
	expect(first(area!, 'coordinates')!.text).toBe('-72,-34 -71,-34 -71,-33 -72,-34');
	expect(first(area!, 'begin')!.text).toBe('2024-04-22');
	expect(first(kml.Links![0]!, 'coordinates')!.text).toBe('42.4,33.8 -71.1234567,-33.7654321');
	expect(first(area!, 'Data')).toMatchObject({ attributes: { name: 'incident' } });
	expect(JSON.parse(data(kml.Totals![0]!).count_low!)).toBe(165);
	const empty = { ...contextFixture, features: [], statements: [], aggregates: [] };
	expect(Object.keys(layers(await document(empty)))).toEqual(['Incidents']);
});

test('nothing is fetched: no picture of a web server, and in a KMZ those it brings', async () => {
	expect(all(await document(contextFixture), 'href')).toEqual([]);
	const files = unzipSync(await bytesOf(toKmz(contextFixture)[0]!.chunks));
	expect(Object.keys(files)[0]).toBe('doc.kml');
	const kml = parse(new TextDecoder().decode(files['doc.kml']));
	for (const { text } of all(kml, 'href')) expect(files).toHaveProperty([text]);
	expect(first(layers(kml).Incidents![0]!, 'styleUrl')!.text).toBe('#drone-attack.iran-aligned');
	expect(all(kml, 'Style').map(({ attributes }) => attributes.id)).toContain('drone-attack.iran-aligned');
});

test('the columns of imported files are kept in one field', async () => {
	const originals = () => ({ FATALITIES: '0' });
	const { Incidents } = layers(await document({ ...contextFixture, originals }));
	expect(JSON.parse(data(Incidents![0]!).original!)).toEqual({ FATALITIES: '0' });
});

test('whatever is exported reads back with its id, dates, coordinates, figures and claims', async () => {
	const text = fc.string({ unit: fc.oneof(fc.constantFrom('<', '&', '"', ']]>', '\r', '\n'), fc.string()) });
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, text, async (features, title) => {
			const named = features.map((feature) => ({
				...feature,
				properties: { ...feature.properties, title, claims: [claimFixture] },
			}));
			const { Incidents } = layers(await document({ ...contextFixture, features: named }));
			expect(Incidents!.map((each) => data(each).id)).toEqual(features.map(({ id }) => id));
			Incidents!.forEach((each, index) => {
				const { geometry, properties: p } = named[index]!;
				const read = data(each);
				expect(read.title).toBe(title.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'));
				expect([read.date_start, read.date_end]).toEqual([p.date_start, p.date_end]);
				expect(first(each, 'coordinates')!.text.split(',').map(Number)).toEqual(geometry!.coordinates);
				for (const name of ['killed_low', 'killed_best', 'injured_high'] as const) {
					expect(read[name] === undefined ? null : Number(read[name])).toBe(p[name]);
				}
				expect(JSON.parse(read.claims!)).toEqual([claimFixture]);
			});
		}),
		{ numRuns: 25 },
	);
});

test.skipIf(!isInstalled('xmllint'))('xmllint finds it well formed [needs xmllint]', async () => {
	expect(await runOn(toKml(contextFixture)[0]!, 'xmllint', ['--noout', '{}'])).toBe('');
});

/** Where the schema of OGC KML 2.2 lies; its licence is not ours to pass on, so it is not in the repository. */
const { KML_SCHEMA } = process.env;

test.skipIf(!isInstalled('xmllint') || !KML_SCHEMA)(
	'it follows the schema of KML 2.2 [needs xmllint, and KML_SCHEMA=path/of/ogckml22.xsd]',
	async () => {
		const words = await runOn(toKml(contextFixture)[0]!, 'xmllint', [
			'--noout',
			'--nonet',
			'--schema',
			KML_SCHEMA!,
			'{}',
		]);
		expect(words).toMatch(/validates\n$/);
	},
);
