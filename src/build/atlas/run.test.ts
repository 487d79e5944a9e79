import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Each command is a process of its own. */
const PATIENCE = { timeout: 120_000 };
const SCRIPT = join(import.meta.dirname, 'run.ts');
const JITI = join(process.cwd(), 'node_modules/jiti/lib/jiti-cli.mjs');
const HEADER = 'id,date,latitude,longitude,place,country,event,killed,"my, own"\n';
const TABLE = `${HEADER}1,2024-03-01,33.3,44.4,Baghdad,Iraq,Drone strike,2,=1+1
2,2024-03-02,,,Fallujah,Iraq,Rocket attack,,b
3,nonsense,,,Erbil,Iraq,Rocket attack,1,c
4,2024-03-04,,,Atlantis,Iraq,Shelling,3,d
4,2024-03-04,,,Atlantis,Iraq,Shelling,3,d
`;
const SUMS = 'a.csv: table, 5 rows read: 3 accepted, 1 folded, 1 rejected\n';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'atlas-test-'));
	put('a.csv', TABLE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

function run(args: readonly string[], input?: string, nodeArgs: readonly string[] = []) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, JITI, SCRIPT, ...args], {
		cwd: folder,
		encoding: 'utf8',
		...(input === undefined ? {} : { input }),
		maxBuffer: 2 ** 28,
	});
	return { status, stdout, stderr };
}

function start(...args: string[]): ChildProcess {
	return spawn(process.execPath, [JITI, SCRIPT, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Enough rows to be busy for a while, a line each. */
function manyRows(count: number): string {
	const lines = Array.from({ length: count }, (_, at) => {
		const day = String((at % 28) + 1).padStart(2, '0');
		return `${at},2024-02-${day},${(at % 90) + 0.5},${(at % 180) + 0.25},Place ${at % 100},Iraq,Drone strike,${at % 7},x\n`;
	});
	return HEADER + lines.join('');
}

interface Feature {
	readonly id: string;
	readonly properties: Record<string, unknown>;
}
const features = (text: string) =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Feature);

test('import writes the file and tells what became of every row', PATIENCE, () => {
	const { status, stdout, stderr } = run(['import', 'a.csv', '-o', 'out.ndjson', '--report', 'rejected.csv', '--json']);
	expect(status).toBe(0);
	expect(stderr).toContain(SUMS);
	expect(stderr).toContain('wrote out.ndjson\n');
	const { files, wrote } = JSON.parse(stdout) as { files: Record<string, unknown>[]; wrote: string[] };
	expect(files).toHaveLength(1);
	expect(files[0]).toMatchObject({ read: 5, accepted: 3, folded: 1, rejected: 1, unlocated: 2 });
	expect(wrote).toEqual(['out.ndjson']);
	const rows = features(read('out.ndjson'));
	expect(rows.map(({ id }) => id)).toEqual(['1', '2', '4']);
	expect(rows[1]!.properties).toMatchObject({ killed_best: null, original: { place: 'Fallujah', 'my, own': 'b' } });
	expect(read('rejected.csv')).toMatch(/^file,row,column,value,reason\r\na\.csv,4,date,nonsense,".*"\r\n$/);
	expect(readdirSync(folder).sort()).toEqual(['a.csv', 'out.ndjson', 'rejected.csv']);
});

test('what was written is read back as it was, through a pipe and by the format it is in', PATIENCE, () => {
	const once = run(['import', 'a.csv', '--output', '-', '--to', 'ndjson']);
	expect(once.status).toBe(0);
	const again = run(['import', '-', '-o', '-', '--to', 'ndjson', '--json'], once.stdout);
	expect(again.stdout).toBe(once.stdout);
	expect(again.stderr).toContain('standard input: ndjson, 3 rows read: 3 accepted, 0 folded, 0 rejected\n');
	expect(JSON.parse(again.stderr.split('\n').at(-2)!)).toMatchObject({ wrote: [] });
});

test('columns, order of dates and date of all rows can be said', PATIENCE, () => {
	put('b.csv', 'wann,x,y,was\n02/03/2024,44.4,33.3,Drone strike\n,44.4,33.3,Drone strike\n');
	const options = [
		'--mapping',
		'date=wann,longitude=x,latitude=3',
		'--mapping',
		'kind=was',
		'--to',
		'ndjson',
		'-o',
		'-',
	];
	const { stdout } = run(['import', 'b.csv', ...options, '--date-order', 'day-first', '--dateless', '2024']);
	expect(features(stdout).map(({ properties }) => properties['date_edtf'])).toEqual(['2024-03-02', '2024']);
	const open = run(['import', 'b.csv', ...options]);
	expect(open.stderr).toContain('b.csv: its dates can be read day first and month first');
	expect(open.stderr).toContain('1 accepted, 0 folded, 1 rejected');
});

test('places are looked up by name; what is not found is told and stays unlocated', PATIENCE, () => {
	const { status, stdout, stderr } = run(['import', 'a.csv', '--geocode', '-o', '-', '--to', 'ndjson', '--strict']);
	expect(status).toBe(1);
	expect(features(stdout).map(({ properties }) => properties['place_id'])).toEqual(['Baghdad', 'fallujah', null]);
	expect(stderr).toContain('a.csv: 1 of 2 places named were found\n');
	expect(stderr).toContain('a.csv:   Atlantis (1): Unlocated: ');
	expect(stderr).toContain('a.csv: of those accepted, 1 without a place');
});

test('several files go into one, their rows told apart', PATIENCE, () => {
	put('b.csv', TABLE);
	const { stdout } = run(['import', 'a.csv', 'b.csv', '-o', '-', '--to', 'csv']);
	expect(stdout.match(/^[ab]\.csv\/\d/gm)).toEqual(['a.csv/1', 'a.csv/2', 'a.csv/4', 'b.csv/1', 'b.csv/2', 'b.csv/4']);
	expect(stdout).toContain("'=1+1");
});

test('wrong use is told with exit code 2 and nothing is written', PATIENCE, () => {
	const wrong: [args: string[], says: string][] = [
		[['import'], 'No file was named'],
		[['import', 'none.csv', '-o', 'out.csv'], 'none.csv: there is no such file'],
		[['import', 'a.csv', '-o', 'out.doc'], 'the ending tells no format'],
		[['import', 'a.csv', '--format', 'excel'], 'it is none of'],
		[['import', 'a.csv', '--frmat', 'table'], "Unknown option '--frmat'"],
		[['import', 'a.csv', '-o', 'no/such/folder.csv'], 'ENOENT'],
		[['imprt'], 'There is no command "imprt"'],
		[['export', '--view', 'kind=war'], '"war" is nothing that "kind" can be'],
		[['export', '--view', 'colour=red'], 'there is no "colour"'],
		[['constructor'], 'There is no command'],
	];
	for (const [args, says] of wrong) {
		const { status, stdout, stderr } = run(args);
		expect([args, status, stdout]).toEqual([args, 2, '']);
		expect(stderr).toContain(says);
		expect(stderr).not.toContain('    at ');
	}
	expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('a file that is in no known format, or breaks off, is told by name', PATIENCE, () => {
	put('noise.bin', '\u0000\u0001\u0002');
	put('cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"date":"2024"},"geom');
	put('out.csv', 'old');
	for (const name of ['noise.bin', 'cut.geojson']) {
		const { status, stderr } = run(['import', name, '-o', 'out.csv']);
		expect([status, stderr.split(':')[0]]).toEqual([2, name]);
	}
	expect(read('out.csv')).toBe('old');
	expect(readdirSync(folder).sort()).toEqual(['a.csv', 'cut.geojson', 'noise.bin', 'out.csv']);
});

test('every command has help', PATIENCE, () => {
	for (const command of ['import', 'validate', 'geocode', 'export', 'stats']) {
		const { status, stdout, stderr } = run([command, '--help']);
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('Exit codes: 0 ');
	}
	expect(run(['--help']).stdout).toContain('geocode   names of places');
});

test('an import that is killed leaves what was there', PATIENCE, async () => {
	put('many.csv', manyRows(100_000));
	for (const signal of ['SIGKILL', 'SIGINT', 'SIGTERM'] as const) {
		put('out.geojson', 'old');
		const child = start('import', 'many.csv', '-o', 'out.geojson', '--report', 'rejected.csv');
		const parts = () => readdirSync(folder).filter((name) => /^\.out\.geojson\.\d+\.part$/.test(name));
		while (parts().length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
		expect(parts()).toHaveLength(1);
		child.kill(signal);
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe({ SIGKILL: null, SIGINT: 130, SIGTERM: 143 }[signal]);
		expect(read('out.geojson')).toBe('old');
		if (signal === 'SIGKILL')
			for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name));
		expect(readdirSync(folder).sort()).toEqual(['a.csv', 'many.csv', 'out.geojson']);
	}
});

test('who reads no further ends it without a word', PATIENCE, async () => {
	put('many.csv', manyRows(30_000));
	const child = start('import', 'many.csv', '-o', '-', '--to', 'ndjson');
	let said = '';
	child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
	await once(child.stdout!, 'data');
	child.stdout!.destroy();
	const [code] = (await once(child, 'exit')) as [number | null];
	expect([code, said]).toEqual([0, '']);
});

test('rows are not kept: a file that is larger than the memory goes through', PATIENCE, () => {
	put('many.csv', manyRows(60_000).replaceAll(',x\n', `,${'x'.repeat(1500)}\n`));
	const { status, stderr } = run(['import', 'many.csv', '-o', 'out.geojson'], undefined, ['--max-old-space-size=72']);
	expect(stderr).toContain('60,000 accepted');
	expect(status).toBe(0);
});

test('export gives what the page would show at an address', PATIENCE, () => {
	const drones = run([
		'export',
		'--view',
		'https://example.org/atlas/?kind=drone-attack#x',
		'--to',
		'ndjson',
		'--without-others',
	]);
	expect(drones.status).toBe(0);
	const rows = features(drones.stdout);
	expect(rows.length).toBeGreaterThan(0);
	expect(new Set(rows.map(({ properties }) => properties['kind']))).toEqual(new Set(['drone-attack']));
	const { stdout } = run(['export', '--view', 'range=2024-01-01..2024-01-31&figure=high', '-o', 'out.csv', '--json']);
	const told = JSON.parse(stdout) as { incidents: number };
	expect(read('out.csv').split('\r\n')).toHaveLength(told.incidents + 2);
	const chain = features(run(['export', '--view', `chain=${rows[0]!.id}`, '--to', 'ndjson']).stdout);
	expect(chain.length).toBeGreaterThan(0);
});

test('stats add a file up', PATIENCE, () => {
	const { status, stdout } = run(['stats', 'a.csv', '--json']);
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({
		file: 'a.csv',
		read: 5,
		rows: 3,
		from: '2024-03-01',
		to: '2024-03-04',
		located: 1,
		killed: { low: 5, best: 5, high: 5, unknown: 1 },
		injured: { low: null, best: null, high: null, unknown: 3 },
	});
	expect(run(['stats', 'a.csv']).stdout).toContain('injured                 unknown\n');
});

test('names are looked up from a list, a table or the command line', PATIENCE, () => {
	put('names.txt', 'Fallujah, Anbar, Iraq\n\nAtlantisburg\n');
	const list = run(['geocode', 'names.txt', '--json']);
	expect(list).toMatchObject({ status: 0, stderr: '1 of 2 names located\n' });
	expect(features(list.stdout)).toMatchObject([
		{ line: 1, place_id: 'fallujah', geo_precision: 'town', longitude: 43.78599 },
		{ line: 3, place_id: null, longitude: null, reason: expect.stringContaining('Unlocated') as string },
	]);
	put('names.csv', 'name,country\nTripoli,Lebanon\nTripoli,Libya\nTripoli,\n');
	expect(run(['geocode', 'names.csv', '-o', 'answers.csv', '--strict']).status).toBe(1);
	const lines = read('answers.csv').split('\r\n');
	expect(lines[0]).toMatch(/^line,name,country,admin1,place_id,/);
	expect(lines[1]).toMatch(/^2,Tripoli,LBN,,tripoli-lebanon,/);
	expect(lines[3]).toMatch(/^4,Tripoli,,,,.*ambiguous/);
	expect(run(['geocode', '--name', 'Ovda', '--country', 'Israel']).stdout).toContain('ovda-air-base');
});

test('validate is the same as by itself', PATIENCE, () => {
	put('a.geojson', '{"type":"Point","coordinates":[7.45,46.95]}');
	expect(run(['validate', 'a.geojson'])).toEqual({ status: 0, stdout: '', stderr: 'a.geojson: no problems\n' });
});
