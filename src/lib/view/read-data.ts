import type { Feature } from 'geojson';
import { sideOf } from '../model/actor.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import { parseEdtf } from '../model/edtf.ts';
import {
	countedClaims,
	knownClaims,
	readClaims,
	type Reading,
	type ReadingContext,
	readsEverything,
	type Teller,
} from '../model/reading.ts';
import type { AtlasData } from './atlas-data.ts';
import { buildIncidentTable, type IncidentTable, withFigure } from './incident-table.ts';
import type { AnyFeature, RecordLink } from './links-to.ts';

/**
 * The data as a reading has it: incidents with figures, attribution and outcome anew from the claims that count, and
 * without those that no counted claim tells of. The same object where the reading changes nothing. Rows without
 * claims, as a large table of somebody else's may have them, are left as they are, but for the figure.
 */
export function readData(data: AtlasData, reading: Reading): AtlasData {
	if (readsEverything(reading)) {
		return reading.figure === 'best' ? data : { ...data, table: withFigure(data.table, reading.figure) };
	}
	const incidents = featuresOf(data.table).flatMap((feature) => readIncident(feature, reading, data) ?? []);
	const byId = new Map(incidents.map((feature) => [feature.id, feature]));
	const isTold = ({ properties }: Feature) =>
		byId.has(String(properties?.['incident'])) && isLinkKnown(properties as unknown as SaidThing, reading, data);
	return {
		...data,
		table: withFigure(buildIncidentTable(incidents, data.actors), reading.figure),
		statements: data.statements.flatMap((feature) => readUndrawn(feature, reading, data) ?? []),
		aggregates: data.aggregates.flatMap((feature) => readUndrawn(feature, reading, data) ?? []),
		routes: { ...data.routes, features: data.routes.features.filter(isTold) },
		areas: {
			...data.areas,
			features: data.areas.features.flatMap((area) => {
				const incident = byId.get(area.properties?.['incident'] as string);
				return incident ? { ...area, properties: { ...area.properties, side: incident.properties.side } } : [];
			}),
		},
	};
}

/** An incident as a reading has it; `null` where by that reading there is none. Its claims are all that are known. */
export function readIncident(
	feature: IncidentFeature,
	reading: Reading,
	context: ReadingContext,
): IncidentFeature | null {
	const { properties } = feature;
	if (properties.claims.length === 0) return feature;
	const read = readClaims(properties, reading, context);
	if (!read) return null;
	const { toll, perpetrators, ...judged } = read;
	const weapons = countedClaims(properties.claims, reading, context).flatMap((claim) =>
		claim.topic === 'weapon' && claim.stance !== 'denies' ? (claim.value ?? []) : [],
	);
	return {
		...feature,
		properties: {
			...properties,
			...judged,
			...known(feature, reading, context),
			perpetrators: [...perpetrators],
			side: sideOf(perpetrators, context.actors),
			weapon: properties.weapon.filter((weapon) => weapons.includes(weapon)),
			killed_low: toll.killed.low,
			killed_best: toll.killed.best,
			killed_high: toll.killed.high,
			injured_low: toll.injured.low,
			injured_best: toll.injured.best,
			injured_high: toll.injured.high,
		},
	};
}

/** A statement or a sum: it is there where a counted claim tells of it. */
function readUndrawn<Feature extends StatementFeature | AggregateFeature>(
	feature: Feature,
	reading: Reading,
	context: ReadingContext,
): Feature | null {
	const isTold = countedClaims(feature.properties.claims, reading, context).some(
		({ stance }) => stance !== 'does-not-confirm',
	);
	return isTold ? { ...feature, properties: { ...feature.properties, ...known(feature, reading, context) } } : null;
}

/** Claims, reports and links of a record that are known by the reading. */
function known({ properties }: AnyFeature, reading: Reading, context: ReadingContext) {
	const claims = knownClaims(properties.claims, reading, context);
	const reports = new Set(claims.map((claim) => claim.report));
	return {
		claims,
		reports: properties.reports.filter((id) => reports.has(id)),
		responds_to: properties.responds_to.filter((link) => isLinkKnown(link, reading, context)),
	};
}

/** What a report says outside of claims. */
type SaidThing = Pick<RecordLink, 'report' | 'asserted_by'> & { readonly basis?: RecordLink['basis'] };

/** A link is known from the publication of its report, and told by whoever asserts it; what is inferred, by nobody. */
function isLinkKnown(link: SaidThing, { knownOn, toldBy }: Reading, { reports }: ReadingContext): boolean {
	const published = parseEdtf(reports.get(link.report)?.published ?? '')?.end ?? -Infinity;
	return (knownOn === null || published <= knownOn) && isAssertedBy(link, toldBy);
}

function isAssertedBy(link: SaidThing, teller: Teller | null): boolean {
	if (teller === null) return true;
	if (link.basis === 'inferred') return false;
	return teller.kind === 'report' ? link.report === teller.id : link.asserted_by === teller.key;
}

function featuresOf(table: IncidentTable): IncidentFeature[] {
	return Array.from({ length: table.length }, (_, row) => table.feature(row));
}
