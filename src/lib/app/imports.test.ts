import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AtlasData } from '../view/atlas-data.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { OWN_LAYER } from '../view/layer-style.ts';
import { type ImportWorker, Imports } from './imports.svelte.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import { AtlasState } from './state.svelte.ts';

/** The worker's own code, in the test's thread, with messages copied as a browser copies them. */
class WorkerHere implements ImportWorker {
	onmessage: ImportWorker['onmessage'] = null;
	onerror: ImportWorker['onerror'] = null;
	readonly scope = {
		onmessage: null as ((event: { data: ToImportWorker }) => void) | null,
		postMessage: (message: FromImportWorker, { transfer }: { transfer: Transferable[] }) => {
			const data = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
			queueMicrotask(() => this.onmessage!.call(this as never, { data } as never));
		},
	};

	postMessage(message: ToImportWorker): void {
		// Node has no copy of a file to give.
		const data = message.kind === 'import' ? message : structuredClone(message);
		queueMicrotask(() => this.scope.onmessage!({ data }));
	}

	terminate(): void {
		this.scope.onmessage = null;
	}
}

const data: AtlasData = {
	table: buildIncidentTable([incidentFixture('ours', 19_800), incidentFixture('ours-too', 19_700)]),
	statements: [],
	aggregates: [],
	areas: { type: 'FeatureCollection', features: [] },
	routes: { type: 'FeatureCollection', features: [] },
	actors: new Map(),
	reports: new Map(),
};

const ucdp = (rows: string[]) =>
	new File(
		[
			'id,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,source_original,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,best,high,low\r\n',
			...rows,
		],
		'ged.csv',
	);
const ucdpRow = (id: number, day: string, precision = 1) =>
	`${id},2024,1,Redland: Government,Redland - Blue,Redland,Blue,"a;b",,${precision},Redtown,North,33.5,44.25,Iraq,1,${day},${day},3,5,2\r\n`;
const table = (rows: string[], name = 'table.csv') => new File(['name,date,lat,lon\r\n', ...rows], name);

/** What the worker could not account for. */
const unexpected: unknown[] = [];
let worker: WorkerHere;
let app: AtlasState;
let imports: Imports;

beforeEach(async () => {
	worker = new WorkerHere();
	// A browser that keeps nothing, as in a private window.
	Object.assign(globalThis, {
		self: worker.scope,
		navigator: {},
		reportError: (error: unknown) => unexpected.push(error),
	});
	// Each import of the module is a worker of its own.
	vi.resetModules();
	await import('./import-worker.ts');
	app = new AtlasState();
	app.loaded = data;
	imports = new Imports(app, () => worker, 'https://example.org/data/gazetteer.bin');
});
afterEach(() => {
	imports.stop();
	expect(unexpected).toEqual([]);
});

async function until(isSo: () => boolean): Promise<void> {
	for (let turn = 0; turn < 500 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 4));
	expect(isSo()).toBe(true);
}
const rest = () => until(() => imports.task === null);
const shown = () => app.rows.map((row) => app.table.idOf(row));

test('a file of a known format is laid among ours without a question', async () => {
	imports.add([ucdp([ucdpRow(7, '2024-02-01'), ucdpRow(8, '2024-01-01'), ucdpRow(7, '2024-02-01'), 'broken\r\n'])]);
	await rest();
	expect(imports.layers).toMatchObject([{ id: 'l1', name: 'ged.csv', format: 'ucdp', rejectedCount: 1 }]);
	const { report } = imports.layers[0]!;
	expect([report.read, report.accepted, report.folded]).toEqual([4, 2, 1]);
	expect(shown()).toEqual(['ours-too', 'l1/8', 'l1/7', 'ours']);
	expect([app.total, app.counts.shown]).toEqual([4, 4]);
	expect(imports.factsOf('l1/7')).toMatchObject({ number: 2, sources: ['a', 'b'], original: { side_a: 'Redland' } });
	expect(imports.factsOf('ours')).toBe(null);
	app.select('l1/7');
	expect(app.selectedRecord?.properties).toMatchObject({ killed_best: 3, place_name: 'Redtown' });
	expect(await (await imports.rejectedCsv('l1')).text()).toMatch(/^\ufeff?row,column,value,reason\r\n5,/);
});

test('layers are hidden, shown alone, coloured and removed, and ours stays what it was', async () => {
	imports.add([ucdp([ucdpRow(7, '2024-02-01')])]);
	await rest();
	imports.show('l1', false);
	expect([app.table, app.data.table]).toEqual([data.table, data.table]);
	imports.showOnly('l1');
	await until(() => app.total === 1);
	expect([shown(), app.extent]).toEqual([['l1/7'], [19_754, 19_754]]);
	imports.show(OWN_LAYER, true);
	await until(() => app.total === 3);
	expect(app.layerStyles).toEqual([{ colour: 'side' }, { colour: 1 }]);
	const { table: before } = app;
	imports.style('l1', { colour: 4 });
	expect(app.layerStyles[1]).toEqual({ colour: 4 });
	expect(app.table).toBe(before);
	await imports.remove('l1');
	expect([imports.layers, app.table, app.layerStyles]).toEqual([[], data.table, []]);
});

test('coarse places are areas of the map, by their layer’s colour', async () => {
	imports.add([ucdp([ucdpRow(7, '2024-02-01', 4), ucdpRow(8, '2024-02-01', 1)])]);
	await rest();
	await until(() => app.layerAreas.length > 0);
	expect(app.areas.features.map(({ id, properties }) => [id, properties?.['colour']])).toEqual([['l1/7', 'layer-1']]);
	imports.style('l1', { colour: 'side' });
	expect(app.areas.features[0]?.properties).not.toHaveProperty('colour');
	imports.show('l1', false);
	expect(app.areas.features).toEqual([]);
});

test('a table is asked about, then read as the reader says, and the next file waits for it', async () => {
	imports.add([table(['a,2024-02-01,33,44\r\n', 'b,2024-02-02,95,44\r\n']), ucdp([ucdpRow(1, '2024-01-01')])]);
	await until(() => imports.task?.phase === 'asking');
	expect([imports.waiting, imports.layers.length]).toEqual([1, 0]);
	if (imports.task?.phase !== 'asking') throw new Error('not asked');
	expect(imports.task.needs.mapping).toBe(true);
	const { mapping } = imports.task.survey;
	imports.answer({ mapping, dateOrder: null, latitudeFirst: false, dateless: null, geocode: false });
	await until(() => imports.layers.length === 2);
	await rest();
	expect(imports.layers.map(({ id, rejectedCount }) => [id, rejectedCount])).toEqual([
		['l1', 1],
		['l2', 0],
	]);
	expect(app.total).toBe(4);
});

test('a file that is cancelled leaves nothing, and the next one is read', async () => {
	imports.add([table(['a,2024-02-01,33,44\r\n']), ucdp([ucdpRow(1, '2024-01-01')])]);
	await until(() => imports.task?.phase === 'asking');
	imports.cancel();
	await until(() => imports.layers.length === 1);
	await rest();
	expect(imports.layers).toMatchObject([{ id: 'l1', format: 'ucdp' }]);
});

test('a file that cannot be read says why, and waits until that is read', async () => {
	imports.add([new File([], 'empty.csv'), ucdp([ucdpRow(1, '2024-01-01')])]);
	await until(() => imports.task?.phase === 'failed');
	expect(imports.task).toMatchObject({ file: 'empty.csv', reason: expect.stringContaining('empty') as string });
	expect(imports.layers).toEqual([]);
	imports.dismiss();
	await until(() => imports.layers.length === 1);
	await rest();
});

test('rows without a place are listed with what the file says of it', async () => {
	imports.add([
		new File(['name,date,place,lat,lon\r\na,2024-02-01,Nowhere,,\r\nb,2024-02-02,Town,33,44\r\n'], 'x.csv'),
	]);
	await until(() => imports.task?.phase === 'asking');
	if (imports.task?.phase !== 'asking') throw new Error('not asked');
	const { mapping } = imports.task.survey;
	imports.answer({ mapping, dateOrder: null, latitudeFirst: false, dateless: null, geocode: false });
	await until(() => imports.layers.length === 1);
	await rest();
	const { total, rows: listed } = imports.unlocated('l1', 0, 10);
	expect([total, listed]).toEqual([1, [{ id: 'l1/row-2', number: 2, place: 'Nowhere' }]]);
});

test('where the browser keeps nothing, a sentence says so and the layer is there all the same', async () => {
	imports.restore();
	await until(() => imports.storage.problem !== null);
	expect(imports.storage.isKept).toBe(false);
	imports.add([ucdp([ucdpRow(1, '2024-01-01')])]);
	await until(() => imports.layers.length === 1);
	await rest();
	await imports.forgetEverything();
	expect([imports.layers, app.table]).toEqual([[], data.table]);
});
