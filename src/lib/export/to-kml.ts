import type { Geometry, Position } from 'geojson';
import type { IncidentFeature } from '../model/feature.ts';
import type { Kind } from '../model/vocabulary.ts';
import { cellOf, type Column } from './column.ts';
import { ATLAS, type ExportContext, type ExportFile, geometryOf, sentencesAbout, titleOf } from './export-context.ts';
import { fileName } from './file-name.ts';
import { nestedColumns, originalColumn } from './incident-columns.ts';
import { kmlDescription } from './kml-description.ts';
import { kmlGeometry } from './kml-geometry.ts';
import { kmlStyles, styleId } from './kml-style.ts';
import { statementTable, totalTable } from './tables.ts';
import { element, textElement, xmlText } from './xml.ts';

const SIMPLE_TYPES: Readonly<Record<Column<never>['kind'], string>> = {
	text: 'string',
	integer: 'int',
	number: 'double',
	boolean: 'bool',
	day: 'string',
	list: 'string',
	json: 'string',
};

const CLOSING = '</Document>\n';

/** What goes into one Placemark, in the order of the schema of KML. */
interface Placemark {
	readonly name: string;
	readonly description?: string;
	readonly start: string;
	readonly end: string;
	readonly style: string;
	readonly data?: string;
	readonly geometry: Geometry | null;
}

interface Link {
	readonly from: string;
	readonly to: string;
	readonly kind: string;
}

/** One KML document, coloured by side, with documents inside it for incidents, areas, links, statements and totals. */
export function toKml(context: ExportContext): ExportFile[] {
	return [
		{
			name: fileName(context, '.kml'),
			mediaType: 'application/vnd.google-earth.kml+xml',
			chunks: kmlChunks(context, null),
		},
	];
}

/** The document; `iconOf` names a picture for each kind of event, where the file brings its own. */
export async function* kmlChunks(
	context: ExportContext,
	iconOf: ((kind: Kind) => string) | null,
): AsyncGenerator<string> {
	const incidents = [...nestedColumns(context), ...originalColumn(context)];
	const [statements, totals] = [statementTable(context), totalTable(context)];
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	yield '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom"><Document>\n';
	yield textElement('name', titleOf(context)) + element('open', {}, '1');
	if (context.importedFrom === undefined) yield element('atom:author', {}, textElement('atom:name', ATLAS));
	yield element('atom:link', { href: context.permalink }) + '\n';
	yield textElement('description', sentencesAbout(context).join('\n')) + '\n';
	yield kmlStyles(iconOf) + '\n';

	const shown = new Map<string, Placemark>();
	const links: Link[] = [];
	yield opening('Incidents', schema('incidents', incidents));
	for await (const feature of context.features) {
		const placemark = incidentPlacemark(feature, context, iconOf !== null);
		shown.set(feature.id, { ...placemark, description: undefined });
		for (const { id, kind } of feature.properties.responds_to) links.push({ from: feature.id, to: id, kind });
		yield written({ ...placemark, data: simpleData('incidents', incidents, feature) });
	}
	yield CLOSING;

	yield* ifAny('Areas within which an incident may have happened', '', areaPlacemarks(context, shown));
	yield* ifAny('Links', '', linkPlacemarks(links, shown));
	yield* ifAny(
		'Statements',
		schema('statements', statements.columns),
		context.statements.map((row) => beside(row, simpleData('statements', statements.columns, row))),
	);
	yield* ifAny(
		'Totals',
		schema('totals', totals.columns),
		context.aggregates.map((row) => beside(row, simpleData('totals', totals.columns, row))),
	);
	yield '</Document></kml>\n';
}

function incidentPlacemark(feature: IncidentFeature, context: ExportContext, byKind: boolean): Placemark {
	const { properties: p } = feature;
	return {
		name: p.title,
		description: kmlDescription(feature),
		start: p.date_start,
		end: p.date_end,
		style: styleId(byKind ? p.kind : null, p.side ?? 'unnamed'),
		geometry: geometryOf(feature, context),
	};
}

function* areaPlacemarks(context: ExportContext, shown: ReadonlyMap<string, Placemark>): Generator<Placemark> {
	for (const { id, geometry } of context.areas) {
		const incident = shown.get(String(id));
		if (incident) yield { ...incident, data: plainData({ incident: String(id) }), geometry };
	}
}

/** Lines between incidents that are both on show and on points of their own; of the line only the ends are known. */
function* linkPlacemarks(links: readonly Link[], shown: ReadonlyMap<string, Placemark>): Generator<Placemark> {
	for (const { from, to, kind } of links) {
		const [later, earlier] = [shown.get(from), shown.get(to)];
		const ends = [later, earlier].map((each) => (each?.geometry?.type === 'Point' ? each.geometry.coordinates : null));
		if (!later || !earlier || !ends[0] || !ends[1] || String(ends[0]) === String(ends[1])) continue;
		const name = `${later.name}: ${kind} ${earlier.name}`;
		yield {
			...later,
			name,
			data: plainData({ from, to, kind }),
			geometry: { type: 'LineString', coordinates: ends as Position[] },
		};
	}
}

function beside(
	{ properties: p }: ExportContext['statements'][number] | ExportContext['aggregates'][number],
	data: string,
) {
	return {
		name: p.title,
		start: p.date_start,
		end: p.date_end,
		style: styleId(null, p.side ?? 'unnamed'),
		data,
		geometry: null,
	} satisfies Placemark;
}

async function* ifAny(
	name: string,
	schemas: string,
	placemarks: Iterable<Placemark> | AsyncIterable<Placemark>,
): AsyncGenerator<string> {
	let isOpen = false;
	for await (const placemark of placemarks) {
		if (!isOpen) yield opening(name, schemas);
		isOpen = true;
		yield written(placemark);
	}
	if (isOpen) yield CLOSING;
}

/** A document inside the document and no folder: only a document holds a schema, and GDAL looks for it there in a KMZ. */
function opening(name: string, schemas: string): string {
	return `<Document>${textElement('name', name)}\n${schemas}`;
}

function written({ name, description, start, end, style, data = '', geometry }: Placemark): string {
	const time =
		start === end
			? element('TimeStamp', {}, textElement('when', start))
			: element('TimeSpan', {}, textElement('begin', start) + textElement('end', end));
	const told = description === undefined ? '' : textElement('description', description);
	const head = textElement('name', name) + element('Snippet', { maxLines: 0 }) + told + time;
	const place = geometry === null ? '' : kmlGeometry(geometry);
	return element('Placemark', {}, head + textElement('styleUrl', `#${style}`) + data + place) + '\n';
}

function schema<Row>(name: string, columns: readonly Column<Row>[]): string {
	const fields = columns.map((column) =>
		element('SimpleField', { type: SIMPLE_TYPES[column.kind], name: column.name }),
	);
	return element('Schema', { name, id: name }, fields.join('')) + '\n';
}

/** What is unknown is left out. */
function simpleData<Row>(schemaId: string, columns: readonly Column<Row>[], row: Row): string {
	const fields = columns.flatMap((column) => {
		const cell = cellOf(column, row);
		return cell === null ? [] : [element('SimpleData', { name: column.name }, xmlText(simpleText(cell)))];
	});
	return element('ExtendedData', {}, element('SchemaData', { schemaUrl: `#${schemaId}` }, fields.join('')));
}

function plainData(values: Readonly<Record<string, string>>): string {
	const each = Object.entries(values).map(([name, value]) => element('Data', { name }, textElement('value', value)));
	return element('ExtendedData', {}, each.join(''));
}

function simpleText(cell: string | number | boolean): string {
	return typeof cell === 'boolean' ? (cell ? '1' : '0') : String(cell);
}
