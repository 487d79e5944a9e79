import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { DATE_PRECISIONS, GEO_PRECISIONS, keysOf } from '../model/vocabulary.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { type ExportContext, type ExportFile, textOf } from './export-context.ts';
import { contextFixture, NASTY } from './export-fixture.ts';
import { ACLED_GEO, ACLED_TIME, toAcled } from './to-acled.ts';
import { priogridCell, toUcdp } from './to-ucdp.ts';

type Row = Record<string, string>;

async function read([table, note]: ExportFile[]): Promise<{ rows: Row[]; columns: string[]; note: string }> {
	const { data, meta, errors } = Papa.parse<Row>(await textOf(table!.chunks), { header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return { rows: data, columns: meta.fields!, note: await textOf(note!.chunks) };
}
const acled = async (context: ExportContext) => read(await toAcled(context));
const ucdp = async (context: ExportContext) => read(await toUcdp(context));

test('ACLED: 31 columns, its dates and precision codes, and the unknown toll empty', async () => {
	const { rows, columns } = await acled(contextFixture);
	expect(columns).toHaveLength(31);
	expect(rows[0]).toMatchObject({
		EVENT_ID_CNTY: 'plain-strike',
		EVENT_DATE: '21-April-2024',
		YEAR: '2024',
		TIME_PRECISION: '1',
		DISORDER_TYPE: 'Political violence',
		ACTOR1: 'Redland; the republic',
		ASSOC_ACTOR_1: 'Blue Militia',
		INTER1: '1',
		ACTOR2: '',
		INTERACTION: '10',
		ISO: '368',
		COUNTRY: 'Iraq',
		GEO_PRECISION: '1',
		SOURCE: 'The Paper',
		FATALITIES: '90',
	});
	expect(rows[1]).toMatchObject({
		FATALITIES: '',
		LATITUDE: '',
		LONGITUDE: '',
		GEO_PRECISION: '',
		TIME_PRECISION: '3',
	});
	expect(rows[2]).toMatchObject({ NOTES: `' \t${NASTY}`, LONGITUDE: '-71.1234567', TIME_PRECISION: '2' });
});

test('ACLED: fatalities follow the reading, and a toll of none stays 0', async () => {
	const features = [
		incidentFixture('a', 1, 1, { killed_low: 0, killed_best: 0, killed_high: 0 }),
		incidentFixture('b', 1, 1, { killed_low: 2, killed_best: 4, killed_high: 7 }),
	];
	const reading = { ...contextFixture.reading, figure: 'low' as const };
	const { rows } = await acled({ ...contextFixture, features, reading });
	expect(rows.map(({ FATALITIES }) => FATALITIES)).toEqual(['0', '2']);
});

test('every precision of ours has a code of theirs, and coarser is never finer', () => {
	const rising = (codes: number[]) => expect(codes).toEqual([...codes].sort((a, b) => a - b));
	rising(keysOf(DATE_PRECISIONS).map((precision) => ACLED_TIME[precision]));
	rising(keysOf(GEO_PRECISIONS).map((precision) => ACLED_GEO[precision]));
});

test('UCDP: 49 columns, low, best and high as they are, open and unknown empty', async () => {
	const { rows, columns } = await ucdp(contextFixture);
	expect(columns).toHaveLength(49);
	expect(rows[0]).toMatchObject({
		id: 'plain-strike',
		side_a: 'Redland; the republic, Blue Militia',
		low: '90',
		best: '90',
		high: '',
		where_prec: '1',
		date_prec: '1',
		geom_wkt: 'POINT (42.4 33.8)',
		country: 'Iraq',
		source_office: 'The Paper',
		source_original: 'Redland’s ministry',
		deaths_a: '',
	});
	expect(rows[1]).toMatchObject({ low: '', best: '', high: '', geom_wkt: '', where_prec: '', date_end: '2024-04-17' });
});

test('UCDP: the type of violence is told where the parties tell it', async () => {
	const actors = new Map(contextFixture.actors);
	actors.set('people', { ...actors.get('redland')!, id: 'people', kind: 'civilians' });
	const parties = [
		[['redland'], ['blue-militia'], '1'],
		[['blue-militia'], ['blue-militia'], '2'],
		[['redland'], ['people'], '3'],
		[['blue-militia'], ['somebody imported'], ''],
		[['redland'], [], ''],
	] as const;
	const features = parties.map(([perpetrators, targets], index) =>
		incidentFixture(`i${index}`, 1, 1, { perpetrators: [...perpetrators], targets: [...targets] }),
	);
	const { rows } = await ucdp({ ...contextFixture, actors, features });
	expect(rows.map(({ type_of_violence }) => type_of_violence)).toEqual(parties.map(([, , type]) => type));
});

test('cells of PRIO-GRID are counted from the south-west', () => {
	expect([priogridCell(-180, -90), priogridCell(179.9, 89.9), priogridCell(180, 90)]).toEqual([1, 259_200, 259_200]);
	expect(priogridCell(44.39, 33.34)).toBe(177_569);
});

test.each([
	['ACLED', acled],
	['UCDP', ucdp],
])('%s: the text beside the table says what is lost, and whose coding it is not', async (name, write) => {
	const { note } = await write(contextFixture);
	expect(note).toContain(`the coding is not ${name}’s`);
	expect(note).toContain('Lost are the claims');
	expect(note).toContain('CC BY 4.0');
	expect(note).toMatch(/Unknown is empty/);
	expect((await write({ ...contextFixture, features: [] })).rows).toEqual([]);
});

test('columns of imported files stand behind theirs', async () => {
	const originals = () => ({ EVENT_TYPE: 'Battles' });
	const { columns, rows } = await acled({ ...contextFixture, originals });
	expect(columns.at(-1)).toBe('original_EVENT_TYPE');
	expect(rows[0]!.original_EVENT_TYPE).toBe('Battles');
});
