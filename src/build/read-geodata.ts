import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { ActorFile } from '../lib/model/actor.ts';
import { byCodePoint } from '../lib/model/code-point-order.ts';
import { CorrectionFile, PublishedFile } from '../lib/model/correction.ts';
import { PlaceFile } from '../lib/model/place.ts';
import { AtlasRecord, type Derived } from '../lib/model/record.ts';
import { Report } from '../lib/model/report.ts';
import type { Issue } from './issue.ts';
import { schemaIssues } from './schema-issues.ts';

/** A file of `geodata/` with its bytes as text and what they say. */
export interface Source<T> {
	/** Path below the root, with forward slashes: `geodata/reports/testburg-post.json`. */
	file: string;
	text: string;
	value: T;
}

export interface Geodata {
	reports: Source<Report>[];
	actors: Source<ActorFile>[];
	records: Source<AtlasRecord>[];
	places: Source<PlaceFile>[];
	/** One each, or none where the file cannot be read. */
	corrections: Source<CorrectionFile>[];
	published: Source<PublishedFile>[];
	/** Base names of the files that could not be read: what refers to them is not missing. */
	unreadable: Set<string>;
	/** Whether every file of places could be read; without them all the gazetteer would answer wrongly. */
	placesAreSound: boolean;
	/** Texts of the files the pipeline makes, by path; a file that is not there has no entry. */
	made: Map<string, string>;
}

interface ReadOptions {
	/** For `fix`: whatever a record says under `derived` is passed over. */
	ignoreDerived?: boolean;
}

const KEYS_REFUSED = ['__proto__', 'constructor', 'prototype'];
const NO_FIGURE = { low: null, best: null, high: null };
const NO_DERIVED: Derived = {
	toll: { killed: NO_FIGURE, injured: NO_FIGURE, abducted: NO_FIGURE },
	attribution: 'unknown',
	grading: 'weak',
	geocoding: null,
	route: [],
};

/** Reads all of `geodata/` below the root. What cannot be read becomes an issue and is left out. */
export function readGeodata(root: string, options: ReadOptions = {}): { data: Geodata; issues: Issue[] } {
	const issues: Issue[] = [];
	const unreadable = new Set<string>();
	const read = <T>(files: readonly string[], schema: v.GenericSchema<unknown, T>): Source<T>[] =>
		files.flatMap((file) => {
			const text = readFileSync(join(root, file), 'utf8');
			const parsed = parseJson(text, file);
			const value = options.ignoreDerived === true ? withoutDerived(parsed.value) : parsed.value;
			const found = parsed.issues.length > 0 ? parsed.issues : schemaIssues(schema, value, file);
			if (found.length === 0) return [{ file, text, value: value as T }];
			issues.push(...found);
			unreadable.add(baseName(file));
			return [];
		});

	const readOne = <T>(file: string, schema: v.GenericSchema<unknown, T>, fix: string): Source<T>[] => {
		if (existsSync(join(root, file))) return read([file], schema);
		issues.push({ file, path: '', message: 'the file is missing', fix });
		unreadable.add(baseName(file));
		return [];
	};
	const placeFiles = list(root, 'geodata/places', '.geojson');
	const data: Geodata = {
		reports: read(list(root, 'geodata/reports', '.json'), Report),
		actors: readOne('geodata/actors.json', ActorFile, 'write {"actors": []}'),
		records: read(list(root, 'geodata/incidents', '.json'), AtlasRecord),
		places: read(placeFiles, PlaceFile),
		corrections: readOne('geodata/corrections.json', CorrectionFile, 'restore it; the first is {"corrections": []}'),
		published: readOne(
			'geodata/published.json',
			PublishedFile,
			'restore it; where nothing was ever published write {"entries": [], "records": []}',
		),
		unreadable,
		placesAreSound: true,
		made: readMade(root),
	};
	data.placesAreSound = data.places.length === placeFiles.length;
	return { data, issues };
}

/** Name of a file without folders and extension. */
export function baseName(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function list(root: string, folder: string, extension: string): string[] {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith(extension))
		.sort(byCodePoint);
}

function readMade(root: string): Map<string, string> {
	const files = list(root, 'geodata/layers', '.geojson');
	if (existsSync(join(root, 'geodata/README.md'))) files.push('geodata/README.md');
	return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function parseJson(text: string, file: string): { value: unknown; issues: Issue[] } {
	try {
		const value: unknown = JSON.parse(text);
		return { value, issues: refusedKeys(value, file, '') };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { value: null, issues: [{ file, path: '', message: `is not JSON: ${message}`, fix: 'correct the syntax' }] };
	}
}

/** Keys that change an object's prototype when it is copied carelessly have no business in data. */
function refusedKeys(value: unknown, file: string, path: string): Issue[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) => {
		const at = Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
		const found = refusedKeys(child, file, at);
		if (!KEYS_REFUSED.includes(key)) return found;
		return [{ file, path: at, message: `the key "${key}" is refused`, fix: 'remove it' }, ...found];
	});
}

function withoutDerived(value: unknown): unknown {
	const isIncident = typeof value === 'object' && value !== null && 'unit' in value && value.unit === 'incident';
	return isIncident ? { ...value, derived: NO_DERIVED } : value;
}
