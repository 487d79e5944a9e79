import { cleanCell, quoteCell } from '../cells/clean-cell.ts';
import { type Answers, codedFeatures, codedReaderOf, type FeatureCells } from '../cells/coded-features.ts';
import type { Crs } from './crs.ts';
import { cellOf, type FlatProperties, flattenProperties, propertyFault } from './flatten-properties.ts';
import type { ForeignFeature } from './foreign-feature.ts';
import { type Guess, guessMapping } from '../table/guess-mapping.ts';
import type { ImportedRow, Rejection } from '../imported-row.ts';
import { mappedRowReader, PRECISION_COLUMNS } from '../table/mapped-row.ts';
import { NULL_ISLAND } from '../cells/locate-row.ts';
import type { Mapping, Role } from '../mapping.ts';
import { isOwn, readOwn } from './own-feature.ts';
import type { OriginalObject } from '../../model/original.ts';
import { readGeometry } from './read-geometry.ts';
import { columnFinder } from '../table/table-header.ts';

/** Properties that a format itself gives a meaning to, by role; stronger than any guess. */
export type FixedRoles = Readonly<Partial<Record<Role, string>>>;

/** What the properties of a file's first features are called and taken for. */
export interface FeatureColumns extends Guess {
	/** Names of the properties, those of objects inside them as `a.b`. */
	readonly columns: readonly string[];
}

/** The properties of the first features together, in the order in which they are met, and what each is taken for. */
export function columnsOf(features: readonly ForeignFeature[], fixed: FixedRoles = {}): FeatureColumns {
	const flat = features.map(({ properties }) => flattenProperties(properties));
	const columns = [...new Set(flat.flatMap((each) => [...each.keys()]))];
	const guess = guessMapping(
		columns,
		flat.map((each) => allCells(each, columns)),
	);
	const roles = Object.entries(fixed)
		.map(([role, name]) => [role, columns.indexOf(name)] as const)
		.filter(([, column]) => column !== -1);
	if (roles.length === 0) return { columns, ...guess };
	const taken = new Set(roles.map(([, column]) => column));
	const free = Object.entries(guess.mapping).filter(([, column]) => !taken.has(column));
	return {
		columns,
		mapping: { ...Object.fromEntries(free), ...Object.fromEntries(roles) },
		confidence: { ...guess.confidence, ...Object.fromEntries(roles.map(([role]) => [role, 1])) },
	};
}

/**
 * Reads features one by one: those of our own exports whole, those with the columns of ACLED or UCDP by their codes, any
 * other by what its properties are taken for. Where a
 * feature has no geometry, properties may hold its position; without either it is a row to be looked up by name.
 */
export function featureReader(
	columns: readonly string[],
	mapping: Mapping,
	options: Answers,
	crs: Crs,
): (feature: ForeignFeature) => ImportedRow | Rejection {
	const coded = codedReaderOf(columns);
	const { names, cellsOf, read } =
		coded === null ? guessed(columns, mapping, options) : codedFeatures(coded, columns, options);
	return (feature) => {
		const { number, properties } = feature;
		const fault = propertyFault(properties);
		if (fault !== null) return { number, ...fault };
		const geometry = readGeometry(feature.geometry, crs, options.latitudeFirst);
		if ('reason' in geometry) return { number, ...geometry };
		if (isOwn(properties)) return readOwn(feature, geometry);
		const cells = cellsOf(properties);
		const answer = read(cells, number, {
			id: feature.id === null ? null : cleanCell(feature.id) || null,
			position: geometry.point ?? undefined,
			precision: geometry.precision,
		});
		if (!('reason' in answer)) {
			const shape = answer.feature.geometry === null ? null : geometry.shape;
			return { ...answer, shape, original: originalOf(feature, geometry.hasMore), number };
		}
		const { column, reason } = answer;
		const isGeometry = reason === NULL_ISLAND && geometry.point !== null;
		const value = isGeometry ? JSON.stringify(geometry.point) : cells[column ?? -1];
		return {
			number,
			column: isGeometry ? 'geometry' : (names[column ?? -1] ?? null),
			value: quoteCell(value),
			reason,
		};
	};
}

/** Elevations are no part of an incident: where there are any, the geometry is kept as it was. */
function originalOf({ properties, geometry }: ForeignFeature, hasMore: boolean): OriginalObject {
	if (!hasMore) return properties;
	let name = 'geometry';
	for (let times = 2; Object.hasOwn(properties, name); times++) name = `geometry (${times})`;
	return { ...properties, [name]: geometry as OriginalObject };
}

/** Properties by what they are taken for. Only those are looked at that have a role. */
function guessed(columns: readonly string[], mapping: Mapping, options: Answers): FeatureCells {
	const precision = PRECISION_COLUMNS.map((name) => columnFinder(columns)(name));
	const used = new Set([...Object.values(mapping), ...precision]);
	return {
		names: columns,
		cellsOf: (properties) => columns.map((name, column) => (used.has(column) ? cellOf(properties, name) : '')),
		read: mappedRowReader(columns, mapping, options),
	};
}

function allCells(flat: FlatProperties, columns: readonly string[]): string[] {
	return columns.map((name) => flat.get(name) ?? '');
}
