import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Geometry } from 'geojson';
import { parseDay } from '../model/day.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { Column, ColumnKind } from './column.ts';
import { ATLAS, type ExportContext, type ExportFile, geometryOf, LICENCE, sentencesAbout } from './export-context.ts';
import { fileName } from './file-name.ts';
import { GeometryFacts } from './geometry-facts.ts';
import { nestedColumns, originalColumn } from './incident-columns.ts';
import { wkb } from './wkb.ts';

const ROWS_IN_A_GROUP = 20_000;
const TYPES: Readonly<Record<Exclude<ColumnKind, 'list'>, Omit<SchemaElement, 'name'>>> = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	integer: { type: 'INT64' },
	number: { type: 'DOUBLE' },
	boolean: { type: 'BOOLEAN' },
	day: { type: 'INT32', converted_type: 'DATE' },
	json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
};

interface GeometryColumn {
	readonly name: string;
	readonly facts: GeometryFacts;
	readonly geometry: (feature: IncidentFeature) => Geometry | null;
}

/**
 * The incidents as GeoParquet 1.1 in longitude and latitude, packed with Snappy: dates as dates, lists as lists, claims
 * and links as JSON, and the area of an incident as a second geometry.
 */
export function toGeoparquet(context: ExportContext): ExportFile[] {
	return [
		{
			name: fileName(context, '.parquet'),
			mediaType: 'application/vnd.apache.parquet',
			chunks: geoparquet(context),
		},
	];
}

async function* geoparquet(context: ExportContext): AsyncGenerator<Uint8Array> {
	const columns = [...nestedColumns(context), ...originalColumn(context)];
	const geometries = geometryColumns(context);
	const schema: SchemaElement[] = [
		{ name: 'incidents', num_children: columns.length + geometries.length },
		...columns.flatMap(elementsOf),
		...geometries.map(({ name }): SchemaElement => ({ name, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' })),
	];
	const bytes = new ByteWriter();
	const writer = new ParquetWriter({ writer: bytes, schema, createdBy: ATLAS });
	let group: IncidentFeature[] = [];
	const write = async () => {
		const ours = columns.map((column) => ({ name: column.name, data: group.map((row) => parquetValue(column, row)) }));
		const theirs = geometries.map((column) => ({ name: column.name, data: group.map((row) => wkbOf(column, row)) }));
		await writer.write({ columnData: [...ours, ...theirs], rowGroupSize: ROWS_IN_A_GROUP });
		group = [];
	};
	for await (const feature of context.features) {
		group.push(feature);
		if (group.length < ROWS_IN_A_GROUP) continue;
		await write();
		yield taken(bytes);
	}
	if (group.length > 0) await write();
	writer.kvMetadata = [
		{ key: 'geo', value: JSON.stringify(geoMetadata(geometries)) },
		{ key: 'description', value: sentencesAbout(context).join('\n') },
		...(context.importedFrom === undefined ? [{ key: 'licence', value: LICENCE }] : []),
	];
	await writer.finish();
	yield taken(bytes);
}

/** What has been written since the last time. The writer goes on counting from the start of the file. */
function taken(bytes: ByteWriter): Uint8Array {
	const written = bytes.getBytes().slice();
	bytes.index = 0;
	return written;
}

function elementsOf({ name, kind }: Column<IncidentFeature>): SchemaElement[] {
	if (kind !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...TYPES[kind] }];
	return [
		{ name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
		{ name: 'list', repetition_type: 'REPEATED', num_children: 1 },
		{ name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	];
}

function parquetValue({ kind, value }: Column<IncidentFeature>, feature: IncidentFeature): unknown {
	const held = value(feature);
	if (held === null) return null;
	if (kind === 'day') return parseDay(held as string);
	// The writer copies objects that inherit, and a copy loses the key `__proto__`.
	if (kind === 'json' && !Array.isArray(held)) return Object.assign(Object.create(null) as object, held);
	return kind === 'integer' ? BigInt(held as number) : held;
}

function geometryColumns(context: ExportContext): GeometryColumn[] {
	const areas = new Map(context.areas.map(({ id, geometry }) => [String(id), geometry]));
	const point: GeometryColumn = {
		name: 'geometry',
		facts: new GeometryFacts(),
		geometry: (feature) => geometryOf(feature, context),
	};
	if (areas.size === 0) return [point];
	return [point, { name: 'area', facts: new GeometryFacts(), geometry: ({ id }) => areas.get(id) ?? null }];
}

function wkbOf({ geometry, facts }: GeometryColumn, feature: IncidentFeature): Uint8Array | null {
	const held = geometry(feature);
	if (held === null) return null;
	facts.add(held);
	return wkb(held);
}

/** Without a `crs`, GeoParquet means longitude and latitude in WGS 84. */
function geoMetadata(geometries: readonly GeometryColumn[]): object {
	const columns = geometries.map(({ name, facts }) => [
		name,
		{ encoding: 'WKB', geometry_types: facts.types, ...(facts.bbox === null ? {} : { bbox: facts.bbox }) },
	]);
	return { version: '1.1.0', primary_column: 'geometry', columns: Object.fromEntries(columns) as object };
}
