import { Actor } from '../model/actor.ts';
import { type Claim } from '../model/claim.ts';
import { AggregateFeature, type IncidentFeature, type IncidentProperties, StatementFeature } from '../model/feature.ts';
import { Locator, type Report } from '../model/report.ts';
import { type Column, type ColumnKind, columnsOf, columnsOn, type Table } from './column.ts';
import type { ExportContext } from './export-context.ts';
import { flatColumns, INCIDENT_KINDS, originalColumns } from './incident-columns.ts';
import { safeLink } from './safe-link.ts';

type Unit = 'incident' | 'statement' | 'aggregate';
interface OnShow {
	readonly unit: Unit;
	readonly id: string;
	readonly properties: Pick<IncidentProperties, 'claims' | 'responds_to'>;
}
interface RecordClaim {
	readonly unit: Unit;
	readonly record: string;
	readonly claim: Claim;
}
interface RecordLink {
	readonly from: string;
	readonly link: IncidentProperties['responds_to'][number];
}
const KINDS: Readonly<Record<string, ColumnKind>> = {
	...INCIDENT_KINDS,
	speakers: 'list',
	addressees: 'list',
	aliases: 'list',
	count_low: 'integer',
	count_high: 'integer',
	inter: 'integer',
	hedged: 'boolean',
	paragraph: 'integer',
	sentence: 'integer',
};

/** The incidents, with the columns that imported ones had. */
export async function incidentTable(context: ExportContext): Promise<Table<IncidentFeature>> {
	return {
		name: 'incidents',
		description: 'What happened, one row for each incident on show',
		columns: [...flatColumns(context), ...(await originalColumns(context))],
		rows: context.features,
		key: ['id'],
	};
}

/** Every claim of every record on show, one by one. */
export function claimTable(context: ExportContext): Table<RecordClaim> {
	return {
		name: 'claims',
		description: 'Who says what, where in which report; one row for each claim of each record on show',
		columns: CLAIM_COLUMNS,
		rows: claimsOn(context),
		key: ['record', 'claim'],
	};
}

export function statementTable({ statements }: ExportContext): Table<StatementFeature> {
	return {
		name: 'statements',
		description: 'What was said on a date: threats, vows, denials, condemnations',
		columns: [
			ID,
			...columnsOn(flat<StatementFeature['properties']>(STATEMENT), (row: StatementFeature) => row.properties),
		],
		rows: statements,
		key: ['id'],
	};
}

export function totalTable({ aggregates }: ExportContext): Table<AggregateFeature> {
	return {
		name: 'totals',
		description: 'Sums of many events, and wars; never drawn as a point',
		columns: [
			ID,
			...columnsOn(flat<AggregateFeature['properties']>(AGGREGATE), (row: AggregateFeature) => row.properties),
		],
		rows: aggregates,
		key: ['id'],
	};
}

/** From a record on show to the one it followed or accompanied, be that on show or not. */
export function linkTable(context: ExportContext): Table<RecordLink> {
	return {
		name: 'links',
		description: 'What followed or accompanied what, and who says so',
		columns: LINK_COLUMNS,
		rows: linksOn(context),
		key: ['from', 'to', 'kind', 'report', 'paragraph', 'sentence'],
	};
}

/** The reports that anything on show comes from. */
export async function reportTable(context: ExportContext): Promise<Table<Report> & { readonly rows: Report[] }> {
	const ids = new Set<string>();
	for await (const { properties } of recordsOn(context)) {
		for (const { report } of [...properties.claims, ...properties.responds_to]) ids.add(report);
	}
	return {
		name: 'reports',
		description: 'The reports that the claims on show are from',
		columns: REPORT_COLUMNS,
		rows: [...context.reports.values()].filter(({ id }) => ids.has(id)),
		key: ['id'],
	};
}

/** Every actor on file, so that each id in the other tables can be looked up. */
export function actorTable({ actors }: ExportContext): Table<Actor> {
	return {
		name: 'actors',
		description: 'Who acts, speaks or is acted upon',
		columns: columnsOf<Actor>(Actor.entries, KINDS),
		rows: [...actors.values()],
		key: ['id'],
	};
}

/** Everything on show, whatever its kind. */
async function* recordsOn({ features, statements, aggregates }: ExportContext): AsyncGenerator<OnShow> {
	for await (const { id, properties } of features) yield { unit: 'incident', id, properties };
	for (const { id, properties } of statements) yield { unit: 'statement', id, properties };
	for (const { id, properties } of aggregates) yield { unit: 'aggregate', id, properties };
}

async function* claimsOn(context: ExportContext): AsyncGenerator<RecordClaim> {
	for await (const { unit, id, properties } of recordsOn(context)) {
		for (const claim of properties.claims) yield { unit, record: id, claim };
	}
}

async function* linksOn(context: ExportContext): AsyncGenerator<RecordLink> {
	for await (const { id, properties } of recordsOn(context)) {
		for (const link of properties.responds_to) yield { from: id, link };
	}
}

const ID: Column<{ readonly id: string }> = {
	name: 'id',
	kind: 'text',
	description: 'Permanent name',
	value: ({ id }) => id,
};
const STATEMENT = StatementFeature.entries.properties.entries;
const AGGREGATE = AggregateFeature.entries.properties.entries;

/** Claims counted, of links only the ids of the others; both have tables of their own. */
function flat<Properties extends OnShow['properties']>(entries: typeof STATEMENT | typeof AGGREGATE) {
	return columnsOf<Properties>(entries, KINDS).map((column): Column<Properties> => {
		if (column.name === 'claims') {
			return { ...column, kind: 'integer', description: 'How many claims', value: ({ claims }) => claims.length };
		}
		if (column.name !== 'responds_to') return column;
		return { ...column, kind: 'list', value: ({ responds_to }) => responds_to.map(({ id }) => id) };
	});
}

const LOCATOR = columnsOf<Locator>(Locator.entries, KINDS);

function claimColumn(
	name: string,
	kind: ColumnKind,
	description: string,
	value: (claim: Claim) => ReturnType<Column<Claim>['value']>,
): Column<RecordClaim> {
	return { name, kind, description, value: ({ claim }) => value(claim) };
}

const PEOPLE = ['killed', 'injured', 'abducted'] as const;
const CLAIM_COLUMNS: readonly Column<RecordClaim>[] = [
	{ name: 'record', kind: 'text', description: 'Id of the record the claim is about', value: ({ record }) => record },
	{ name: 'unit', kind: 'text', description: 'incident, statement or aggregate', value: ({ unit }) => unit },
	claimColumn('claim', 'text', 'c1, c2 … within the record', ({ id }) => id),
	...columnsOn(LOCATOR, ({ claim }: RecordClaim) => claim),
	claimColumn('claimant_actor', 'text', 'Id of the actor who makes the claim, if it is one', (c) => c.claimant.actor),
	claimColumn('claimant_name', 'text', 'Who makes the claim, in our words', (c) => c.claimant.name),
	claimColumn('claimant_kind', 'text', 'Kind of claimant', (c) => c.claimant_kind),
	claimColumn('via', 'text', 'Whom they told, if the report names another outlet or channel', (c) => c.via),
	claimColumn('said', 'text', 'When the claimant said it, EDTF, where the report tells', (c) => c.said),
	claimColumn('stance', 'text', 'How the claimant stands to what is claimed', (c) => c.stance),
	claimColumn('hedged', 'boolean', 'Whether the wording leaves it open', (c) => c.hedged),
	claimColumn('topic', 'text', 'What the claim is about', (c) => c.topic),
	claimColumn(
		'value',
		'list',
		'What is claimed; of casualties, see the columns behind; a semicolon between several',
		(c) => (c.value === null || c.topic === 'casualties' ? null : [c.value].flat()),
	),
	...PEOPLE.flatMap((people) => [
		claimColumn(`${people}_low`, 'integer', `At least this many ${people}`, (c) =>
			c.topic === 'casualties' ? (c.value?.[people]?.low ?? null) : null,
		),
		claimColumn(`${people}_high`, 'integer', `At most this many ${people}; empty beside a lowest: open above`, (c) =>
			c.topic === 'casualties' ? (c.value?.[people]?.high ?? null) : null,
		),
	]),
	claimColumn('scope', 'text', 'Of casualties: total, part or besides', (c) =>
		c.topic === 'casualties' ? (c.value?.scope ?? null) : null,
	),
	claimColumn('person', 'text', 'Of casualties: a holder of office or command', (c) =>
		c.topic === 'casualties' ? (c.value?.person ?? null) : null,
	),
	claimColumn('paraphrase', 'text', 'The claim in our words', (c) => c.paraphrase),
];

function linkColumn(name: string, description: string, value: (row: RecordLink) => string | boolean | null) {
	return { name, kind: name === 'hedged' ? 'boolean' : 'text', description, value } satisfies Column<RecordLink>;
}

const LINK_COLUMNS: readonly Column<RecordLink>[] = [
	linkColumn('from', 'Id of the record that carries the link', ({ from }) => from),
	linkColumn('to', 'Id of the record it points to', ({ link }) => link.id),
	linkColumn('kind', 'Kind of link', ({ link }) => link.kind),
	linkColumn('basis', 'Whether anybody says so, or only the editors infer it', ({ link }) => link.basis),
	linkColumn('asserted_by', 'Actor who says so; empty for the report’s own voice', ({ link }) => link.asserted_by),
	linkColumn('hedged', 'Whether the wording leaves it open', ({ link }) => link.hedged),
	linkColumn('reason', 'Of an inferred link: from what the editors infer it', ({ link }) => link.reason),
	...columnsOn(LOCATOR, ({ link }: RecordLink) => link),
];

function reportColumn(name: string, description: string, value: (report: Report) => string | null) {
	return { name, kind: 'text', description, value } satisfies Column<Report>;
}

const REPORT_COLUMNS: readonly Column<Report>[] = [
	reportColumn('id', 'Permanent name', ({ id }) => id),
	reportColumn('label', 'What it reports, in our words; not its headline', ({ label }) => label),
	reportColumn('publisher', 'Publisher, as far as the text itself tells', ({ publisher }) => publisher),
	reportColumn('kind', 'Kind of publisher', ({ kind }) => kind),
	reportColumn('published', 'Date of publication, EDTF, no finer than it is known', ({ published }) => published),
	reportColumn('language', 'Language of the text, ISO 639', ({ language }) => language),
	reportColumn('url', 'Address, if the text gives one', ({ url }) => safeLink(url)),
];
