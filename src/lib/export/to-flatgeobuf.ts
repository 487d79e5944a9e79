import { Builder } from 'flatbuffers';
import { Column as FlatColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import { parseGC, parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { Geometry } from 'geojson';
import type { IncidentFeature } from '../model/feature.ts';
import { cellOf, type Column, type ColumnKind } from './column.ts';
import { type ExportContext, type ExportFile, geometryOf, sentencesAbout, titleOf } from './export-context.ts';
import { fileName } from './file-name.ts';
import { nestedColumns, originalColumn } from './incident-columns.ts';

const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00);
const WGS_84 = 4326;
const TYPES: Readonly<Record<ColumnKind, ColumnType>> = {
	text: ColumnType.String,
	integer: ColumnType.Long,
	number: ColumnType.Double,
	boolean: ColumnType.Bool,
	day: ColumnType.DateTime,
	list: ColumnType.String,
	json: ColumnType.Json,
};

/**
 * The incidents as FlatGeobuf 3, claims and links as JSON. The library's own writer takes the columns and their types
 * from the first feature and has no null geometry, so header and features are put together here from its parts.
 */
export function toFlatgeobuf(context: ExportContext): ExportFile[] {
	return [{ name: fileName(context, '.fgb'), mediaType: 'application/flatgeobuf', chunks: flatgeobuf(context) }];
}

async function* flatgeobuf(context: ExportContext): AsyncGenerator<Uint8Array> {
	const columns = [...nestedColumns(context), ...originalColumn(context)];
	yield MAGIC;
	yield header(columns, context);
	for await (const feature of context.features) yield written(feature, geometryOf(feature, context), columns);
}

function header(columns: readonly Column<IncidentFeature>[], context: ExportContext): Uint8Array {
	const builder = new Builder();
	const written = columns.map(({ name, kind, description }) => {
		const [nameAt, descriptionAt] = [builder.createString(name), builder.createString(description)];
		FlatColumn.startColumn(builder);
		FlatColumn.addName(builder, nameAt);
		FlatColumn.addType(builder, TYPES[kind]);
		FlatColumn.addDescription(builder, descriptionAt);
		return FlatColumn.endColumn(builder);
	});
	const columnsAt = Header.createColumnsVector(builder, written);
	const nameAt = builder.createString('incidents');
	const titleAt = builder.createString(titleOf(context));
	const descriptionAt = builder.createString(sentencesAbout(context).join('\n'));
	const organisationAt = builder.createString('EPSG');
	Crs.startCrs(builder);
	Crs.addOrg(builder, organisationAt);
	Crs.addCode(builder, WGS_84);
	const crsAt = Crs.endCrs(builder);
	Header.startHeader(builder);
	Header.addName(builder, nameAt);
	// Lines and areas come in with imported files only.
	Header.addGeometryType(builder, context.shapes === undefined ? GeometryType.Point : GeometryType.Unknown);
	Header.addColumns(builder, columnsAt);
	Header.addFeaturesCount(builder, BigInt(context.count ?? 0));
	Header.addIndexNodeSize(builder, 0);
	Header.addCrs(builder, crsAt);
	Header.addTitle(builder, titleAt);
	Header.addDescription(builder, descriptionAt);
	builder.finishSizePrefixed(Header.endHeader(builder));
	return builder.asUint8Array();
}

function written(
	feature: IncidentFeature,
	geometry: Geometry | null,
	columns: readonly Column<IncidentFeature>[],
): Uint8Array {
	const builder = new Builder(1024);
	const propertiesAt = Feature.createPropertiesVector(builder, propertyBytes(feature, columns));
	const geometryAt = geometry === null ? 0 : buildGeometry(builder, parsed(geometry));
	Feature.startFeature(builder);
	if (geometryAt !== 0) Feature.addGeometry(builder, geometryAt);
	Feature.addProperties(builder, propertiesAt);
	builder.finishSizePrefixed(Feature.endFeature(builder));
	return builder.asUint8Array();
}

function parsed(geometry: Geometry): ReturnType<typeof parseGC> {
	return geometry.type === 'GeometryCollection' ? parseGC(geometry) : parseGeometry(geometry);
}

/** Number of the column, then the value; what is unknown is left out. */
function propertyBytes(feature: IncidentFeature, columns: readonly Column<IncidentFeature>[]): Uint8Array {
	const encoder = new TextEncoder();
	const pieces: Uint8Array[] = [];
	columns.forEach((column, index) => {
		const cell = cellOf(column, feature);
		if (cell === null) return;
		const value = valueBytes(column.kind, cell, encoder);
		const piece = new Uint8Array(2 + value.length);
		new DataView(piece.buffer).setUint16(0, index, true);
		piece.set(value, 2);
		pieces.push(piece);
	});
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let offset = 0;
	for (const piece of pieces) {
		whole.set(piece, offset);
		offset += piece.length;
	}
	return whole;
}

function valueBytes(kind: ColumnKind, cell: string | number | boolean, encoder: TextEncoder): Uint8Array {
	if (typeof cell === 'boolean') return Uint8Array.of(Number(cell));
	if (typeof cell === 'number') {
		const bytes = new Uint8Array(8);
		const view = new DataView(bytes.buffer);
		if (kind === 'integer') view.setBigInt64(0, BigInt(cell), true);
		else view.setFloat64(0, cell, true);
		return bytes;
	}
	const text = encoder.encode(cell);
	const bytes = new Uint8Array(4 + text.length);
	new DataView(bytes.buffer).setUint32(0, text.length, true);
	bytes.set(text, 4);
	return bytes;
}
