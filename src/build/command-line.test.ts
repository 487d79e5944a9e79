import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testAtlas, testClaim, testIncident, writeTestburg } from './testburg.ts';

const RECORD = 'geodata/incidents/2024/2024-05-07-testburg-strike.json';
const PLACES = 'geodata/places/testland.geojson';
/** Each command is a process of its own. */
const PATIENCE = { timeout: 60_000 };

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'testburg-'));
	writeTestburg(root, testAtlas());
});
afterEach(() => rmSync(root, { recursive: true }));

function run(command: 'check' | 'fix' | 'geodata' | 'publish', env: Record<string, string> = {}, folder = root) {
	const script = join(process.cwd(), `src/build/${command}.ts`);
	const jiti = join(process.cwd(), 'node_modules/jiti/lib/jiti-cli.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [jiti, script, folder], {
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return { status, text: stdout + stderr };
}

function edit(file: string, from: string, to: string): void {
	const text = readFileSync(join(root, file), 'utf8');
	expect(text, file).toContain(from);
	writeFileSync(join(root, file), text.replace(from, to));
}

/** Bytes and time of change of every file that the pipeline makes. */
function made(): Record<string, unknown> {
	const files = [...readdirSync(join(root, 'geodata/layers')).map((name) => `layers/${name}`), 'README.md'];
	return Object.fromEntries(
		files.map((file) => {
			const path = join(root, 'geodata', file);
			return [file, [readFileSync(path, 'utf8'), statSync(path).mtimeMs]];
		}),
	);
}

/** Breaks the data and expects both commands to say so, and the layers to stay as they were. */
function expectRefusal(...said: string[]): void {
	const before = made();
	for (const command of ['check', 'geodata'] as const) {
		const { status, text } = run(command);
		expect(status, text).toBe(1);
		for (const words of said) expect(text).toContain(words);
	}
	expect(made()).toEqual(before);
}

test('sound data pass, in one line', PATIENCE, () => {
	expect(run('check')).toEqual({ status: 0, text: 'checked 1 reports, 1 records, 3 actors, 2 places: no problems\n' });
});

test('a bad date is refused with file, path, value and remedy', PATIENCE, () => {
	edit(RECORD, '"edtf": "2024-05-07"', '"edtf": "2024-02-30"');
	expectRefusal(RECORD, 'when.edtf: "2024-02-30" must be an EDTF date that exists', 'its last day is 2024-02-29');
});

test('an unknown actor is refused', PATIENCE, () => {
	edit(RECORD, '"targets": []', '"targets": [\n\t\t"greenland"\n\t]');
	expectRefusal(RECORD, 'targets[0]: there is no actor "greenland"', 'geodata/actors.json');
});

test('a swapped pair is refused', PATIENCE, () => {
	edit(PLACES, '"coordinates": [7.45, 46.95]', '"coordinates": [46.95, 7.45]');
	expectRefusal(
		PLACES,
		'features[0].geometry.coordinates: testburg at [46.95, 7.45] lies outside CHE: latitude and longitude are swapped',
		'fix: write [7.45, 46.95]',
	);
});

test('an id used twice is refused', PATIENCE, () => {
	const copy = 'geodata/incidents/2024/zz-copy.json';
	writeFileSync(join(root, copy), readFileSync(join(root, RECORD)));
	expectRefusal(
		copy,
		`id: the id "2024-05-07-testburg-strike" is used already in ${RECORD}`,
		'give one of them another id',
	);
});

test('a fact that changed after publication is refused, with the entry to add', PATIENCE, () => {
	edit(RECORD, '"edtf": "2024-05-07"', '"edtf": "2024-05-08"');
	expectRefusal(
		RECORD,
		'when.edtf: date was "2024-05-07", is "2024-05-08", and no correction says so',
		'add to geodata/corrections.json: {"date":"YYYY-MM-DD"',
	);
});

test('what is published is written only once nothing is wrong, and then needs no entry', PATIENCE, () => {
	const published = () => readFileSync(join(root, 'geodata/published.json'), 'utf8');
	const before = published();
	edit(RECORD, '"edtf": "2024-05-07"', '"edtf": "2024-05-08"');
	const refused = run('publish');
	expect(refused.status).toBe(1);
	expect(refused.text).toContain('geodata/published.json was left as it is.');
	expect(published()).toBe(before);

	const log = join(root, 'geodata/corrections.json');
	const { corrections } = JSON.parse(readFileSync(log, 'utf8')) as { corrections: object[] };
	const was = { date: '2024-05-07' };
	const now = { date: '2024-05-08' };
	const entry = {
		date: '2024-06-02',
		record: '2024-05-07-testburg-strike',
		change: 'changed',
		was,
		now,
		why: 'A reason',
	};
	writeFileSync(log, JSON.stringify({ corrections: [...corrections, entry] }));
	expect(run('fix').status).toBe(0);
	expect(run('geodata').status).toBe(0);
	expect(run('publish')).toEqual({ status: 0, text: 'published: 1 records, 2 corrections\n' });
	expect(run('publish').text).toBe('published: 1 records, 2 corrections; nothing changed\n');
	expect(published()).toContain('"date": "2024-05-08"');
	expect(run('check').status).toBe(0);
});

test('all problems are told in one run, with their count', PATIENCE, () => {
	edit(RECORD, '"targets": []', '"targets": [\n\t\t"greenland"\n\t]');
	edit('geodata/reports/testburg-post.json', '"2024-05-10"', '"2024-13-10"');
	writeFileSync(join(root, 'geodata/incidents/2024/broken.json'), '{');
	const { text } = run('check');
	for (const words of ['greenland', '2024-13-10', 'broken.json', '3 problems']) expect(text).toContain(words);
});

test('fix writes canonical form and what is derived, and check never writes', PATIENCE, () => {
	const sound = readFileSync(join(root, RECORD), 'utf8');
	const rest = JSON.parse(sound) as Record<string, unknown>;
	delete rest['derived'];
	writeFileSync(join(root, RECORD), JSON.stringify(rest));
	expect(run('check').status).toBe(1);
	expect(readFileSync(join(root, RECORD), 'utf8')).toBe(JSON.stringify(rest));
	expect(run('fix')).toEqual({ status: 0, text: `wrote ${RECORD}\n` });
	expect(readFileSync(join(root, RECORD), 'utf8')).toBe(sound);
	expect(run('fix')).toEqual({ status: 0, text: 'nothing to fix\n' });
});

test('another time zone and locale make the same bytes', PATIENCE, () => {
	const casualties = { killed: { low: 3, high: 5 }, injured: null, abducted: null, scope: 'total', person: null };
	const claims = [testClaim(), testClaim({ id: 'c2', topic: 'casualties', value: casualties })];
	const records = [
		testIncident({ claims, outcome: 'hit', weapon: ['rocket', 'drone', 'aircraft'] }),
		testIncident({
			id: '2024-05-07-testland-strike',
			place: { ...testIncident().place!, name: 'Testland', kind: 'country' },
		}),
	];
	rmSync(root, { recursive: true });
	writeTestburg(root, testAtlas({ records }));
	const makeIn = (TZ: string, LC_ALL: string) => {
		rmSync(join(root, 'geodata/layers'), { recursive: true, force: true });
		expect(run('fix', { TZ, LC_ALL, LANG: LC_ALL }).status).toBe(0);
		expect(run('geodata', { TZ, LC_ALL, LANG: LC_ALL })).toMatchObject({ status: 0 });
		return Object.entries(made()).map(([file, content]) => [file, (content as [string, number])[0]]);
	};
	const apia = makeIn('Pacific/Apia', 'fa_IR.UTF-8');
	expect(apia).toHaveLength(8);
	expect(makeIn('America/New_York', 'C')).toEqual(apia);
});

test(
	'the committed layers are what is made of the records in another time zone and locale',
	{ timeout: 180_000 },
	() => {
		const { status, text } = run(
			'check',
			{ TZ: 'Pacific/Apia', LC_ALL: 'fa_IR.UTF-8', LANG: 'fa_IR.UTF-8' },
			process.cwd(),
		);
		expect(text).toContain('no problems');
		expect(status).toBe(0);
	},
);
