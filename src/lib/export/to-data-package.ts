import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { apaCitation, cslItem } from './cite.ts';
import type { Column, ColumnKind, Table } from './column.ts';
import {
	ATLAS,
	type Chunk,
	daysOf,
	type ExportContext,
	type ExportFile,
	LICENCE,
	LICENCE_URL,
	sentencesAbout,
	titleOf,
} from './export-context.ts';
import { fileName } from './file-name.ts';
import { safeLink } from './safe-link.ts';
import { actorTable, claimTable, incidentTable, linkTable, reportTable, statementTable, totalTable } from './tables.ts';
import { csvChunks } from './to-csv.ts';
import { collection, toGeojson } from './to-geojson.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

interface Part {
	readonly path: string;
	/** What `datapackage.json` says of it besides path, size and checksum; `null` for what is no data. */
	readonly resource: object | null;
	readonly chunks: ExportFile['chunks'];
}
type ReportTable = Awaited<ReturnType<typeof reportTable>>;

interface Written {
	readonly path: string;
	readonly resource: object | null;
	readonly bytes: number;
	readonly sha256: string;
}

const FIELD_TYPES: Readonly<Record<ColumnKind, string>> = {
	text: 'string',
	integer: 'integer',
	number: 'number',
	boolean: 'boolean',
	day: 'date',
	list: 'string',
	json: 'string',
};

/** A Frictionless data package: every table with its schema, the same as GeoJSON, licence, citation and checksums. */
export function toDataPackage(context: ExportContext): ExportFile[] {
	return [
		{
			name: fileName(context, '_data-package.zip'),
			mediaType: 'application/zip',
			chunks: zipStream(entries(context), context.exportedOn),
		},
	];
}

/** The descriptor comes last, as it holds the checksums of all before it. */
async function* entries(context: ExportContext): AsyncGenerator<ZipEntry> {
	const written: Written[] = [];
	const reports = await reportTable(context);
	for await (const { path, resource, chunks } of parts(context, reports)) {
		const counted = countedChunks(chunks);
		yield { path, chunks: counted.chunks };
		written.push({ path, resource, ...counted.result() });
	}
	const descriptor = countedChunks([`${JSON.stringify(descriptorOf(context, reports, written), null, '\t')}\n`]);
	yield { path: 'datapackage.json', chunks: descriptor.chunks };
	written.push({ path: 'datapackage.json', resource: null, ...descriptor.result() });
	yield { path: 'SHA256SUMS', chunks: written.map(({ sha256: sum, path }) => `${sum}  ${path}\n`) };
}

async function* parts(context: ExportContext, reports: ReportTable): AsyncGenerator<Part> {
	yield tablePart(await incidentTable(context));
	yield tablePart(claimTable(context));
	yield tablePart(statementTable(context));
	yield tablePart(totalTable(context));
	yield tablePart(linkTable(context));
	yield tablePart(reports);
	yield tablePart(actorTable(context));
	const [geojson] = toGeojson(context);
	yield geojsonPart('records', 'Everything on show with its claims inside, as RFC 7946', geojson!.chunks);
	const ids = new Set<string>();
	for await (const { id } of context.features) ids.add(id);
	const areas = context.areas.filter(({ id }) => ids.has(String(id)));
	const isOurs = context.importedFrom === undefined;
	const head = { type: 'FeatureCollection', name: 'areas', ...(isOurs ? { licence: LICENCE } : {}) };
	yield geojsonPart('areas', 'Where an incident may have been, if wider than a town', collection(head, areas));
	yield { path: 'README.md', resource: null, chunks: [readme(context)] };
	if (!isOurs) return;
	yield { path: 'LICENCE.txt', resource: null, chunks: [licence()] };
	yield { path: 'CITATION.cff', resource: null, chunks: [citation(context)] };
}

function tablePart<Row>(table: Table<Row>): Part {
	return {
		path: `${table.name}.csv`,
		resource: {
			name: table.name,
			profile: 'tabular-data-resource',
			description: table.description,
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
			schema: {
				fields: table.columns.map(fieldOf),
				missingValues: [''],
				...(table.key.length === 0 ? {} : { primaryKey: table.key }),
			},
		},
		chunks: csvChunks(table),
	};
}

function fieldOf<Row>({ name, kind, description }: Column<Row>): object {
	const several = kind === 'list' ? '; several are joined by semicolons' : '';
	return { name, type: FIELD_TYPES[kind], description: description + several };
}

function geojsonPart(name: string, description: string, chunks: ExportFile['chunks']): Part {
	const resource = { name, description, format: 'geojson', mediatype: 'application/geo+json', encoding: 'utf-8' };
	return { path: `${name}.geojson`, resource, chunks };
}

/** The same chunks, with their size and checksum once they are gone over. */
function countedChunks(chunks: ExportFile['chunks']): {
	chunks: AsyncGenerator<Chunk>;
	result(): { bytes: number; sha256: string };
} {
	const encoder = new TextEncoder();
	const hash = sha256.create();
	let bytes = 0;
	return {
		chunks: (async function* () {
			for await (const chunk of chunks) {
				const encoded = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
				hash.update(encoded);
				bytes += encoded.length;
				yield encoded;
			}
		})(),
		result: () => ({ bytes, sha256: bytesToHex(hash.digest()) }),
	};
}

function descriptorOf(context: ExportContext, reports: ReportTable, written: readonly Written[]): object {
	const [from, to] = daysOf(context);
	const sources = [...reports.rows].map(({ label, publisher, url }) => {
		const path = safeLink(url);
		return { title: publisher === null ? label : `${publisher}: ${label}`, ...(path === null ? {} : { path }) };
	});
	return {
		profile: 'data-package',
		name: 'escalation-atlas',
		title: titleOf(context),
		description: sentencesAbout(context).join(' '),
		version: context.exportedOn,
		homepage: context.permalink,
		...(context.importedFrom === undefined
			? {
					licenses: [{ name: 'CC-BY-4.0', title: LICENCE, path: LICENCE_URL }],
					contributors: [{ title: ATLAS, role: 'author' }],
				}
			: {}),
		...(sources.length === 0 ? {} : { sources }),
		date_from: from,
		date_to: to,
		resources: written.flatMap(({ path, resource, bytes, sha256: sum }) =>
			resource === null ? [] : [{ path, ...resource, bytes, hash: `sha256:${sum}` }],
		),
	};
}

function readme(context: ExportContext): string {
	const lines = [
		`# ${titleOf(context)}`,
		...sentencesAbout(context),
		...(context.importedFrom === undefined ? [`Cite as: ${apaCitation(citedOf(context))}`] : []),
		'Every table is described in `datapackage.json`, column by column. `records.geojson` holds the same records with their claims inside; `areas.geojson` the outlines within which an incident may have happened.',
		'Text that a spreadsheet would take for a formula has an apostrophe before it. Lists in one cell are joined by semicolons; a semicolon or backslash inside one has a backslash before it.',
		'`SHA256SUMS` holds the checksums of all files: `sha256sum -c SHA256SUMS`.',
	];
	return lines.join('\n\n') + '\n';
}

function licence(): string {
	return `${ATLAS} is licensed under Creative Commons Attribution 4.0 International (${LICENCE}).\nThe full text is at ${LICENCE_URL}legalcode\nName ${ATLAS} and the reports.\n`;
}

function citation(context: ExportContext): string {
	const { title, URL } = citedOf(context);
	// Every JSON string is a string of YAML too.
	const fields = {
		'cff-version': '1.2.0',
		message: 'Cite these data as below, and the reports they come from.',
		type: 'dataset',
		title,
		'date-released': context.exportedOn,
		license: 'CC-BY-4.0',
		url: URL,
	};
	const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
	return `${lines.join('')}authors:\n  - name: ${JSON.stringify(ATLAS)}\n`;
}

function citedOf(context: ExportContext) {
	const [from, to] = daysOf(context);
	const title = from === null ? ATLAS : `${ATLAS}, ${from} to ${to}`;
	return cslItem({ path: 'map', title, changed: context.exportedOn, url: context.permalink });
}
