import type { Claim } from '../model/claim.ts';
import { parseDay } from '../model/day.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import type { AtlasData } from './atlas-data.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import type { AnyFeature, RecordLink } from './links-to.ts';

/** A link for tests, said by the report itself. */
export function linkFixture(parts: Partial<RecordLink> = {}): RecordLink {
	return {
		id: 'first',
		kind: 'response-to',
		basis: 'asserted',
		asserted_by: null,
		hedged: false,
		reason: null,
		report: 'report-one',
		paragraph: 2,
		sentence: 1,
		...parts,
	};
}

/** A claim that it happened, for tests. */
export function claimFixture(parts: Partial<Omit<Claim, 'topic' | 'value'>> = {}): Claim {
	return {
		id: 'c1',
		report: 'report-one',
		paragraph: 2,
		sentence: 1,
		claimant: { actor: null, name: 'the report' },
		claimant_kind: 'media-own-voice',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'It happened.',
		...parts,
	};
}

/** A statement for tests, on the given days. */
export function statementFixture(
	id: string,
	start: string,
	end: string,
	parts: Partial<StatementFeature['properties']> = {},
): StatementFeature {
	const { title, summary, date_edtf, date_start, date_end, date_precision, date_prec, date_of, date_basis } =
		incidentFixture(id, parseDay(start)!, parseDay(end)!).properties;
	return {
		type: 'Feature',
		id,
		geometry: null,
		properties: {
			...{ title, summary, date_edtf, date_start, date_end, date_precision, date_prec, date_of, date_basis },
			plover: 'THREATEN',
			speakers: [],
			addressees: [],
			side: null,
			place_as_written: null,
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
			...parts,
		},
	};
}

/** Loaded data that hold some records. */
export function dataFixture(records: readonly AnyFeature[]): AtlasData {
	const isStatement = (record: AnyFeature): record is StatementFeature => 'plover' in record.properties;
	const isAggregate = (record: AnyFeature): record is AggregateFeature => 'count_of' in record.properties;
	const isIncident = (record: AnyFeature): record is IncidentFeature => !isStatement(record) && !isAggregate(record);
	return {
		table: buildIncidentTable(records.filter(isIncident)),
		statements: records.filter(isStatement),
		aggregates: records.filter(isAggregate),
		areas: { type: 'FeatureCollection', features: [] },
		routes: { type: 'FeatureCollection', features: [] },
		actors: new Map(),
		reports: new Map(),
	};
}
