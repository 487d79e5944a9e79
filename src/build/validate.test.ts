import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../lib/validate/problem.ts';
import { validateGeojson } from '../lib/validate/validate-geojson.ts';
import { formatProblem } from './format-problem.ts';

/** Each command is a process of its own. */
const PATIENCE = { timeout: 60_000 };
const SOUND = '{"type":"Point","coordinates":[7.45,46.95]}\n';
const OPEN = '{ "type": "Polygon",\n  "coordinates": [[[0,0],[1,0],[1,1]]] }\n';
const OPEN_FIXED = '{ "type": "Polygon",\n  "coordinates": [[[0,0],[1,0],[1,1],[0,0]]] }\n';
const CROSSING = '{"type":"Polygon","coordinates":[[[0,0],[4,4],[4,0],[0,5]]]}';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'validate-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string | Uint8Array) => {
	writeFileSync(join(folder, name), text);
	return name;
};
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

function run(args: readonly string[], input?: string, nodeArgs: readonly string[] = []) {
	const script = join(import.meta.dirname, 'validate.ts');
	const jiti = join(process.cwd(), 'node_modules/jiti/lib/jiti-cli.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, jiti, script, ...args], {
		cwd: folder,
		encoding: 'utf8',
		...(input === undefined ? {} : { input }),
		maxBuffer: 2 ** 28,
	});
	return { status, stdout, stderr };
}

test('a sound file passes without a word on standard output', PATIENCE, () => {
	expect(run([put('a.geojson', SOUND)])).toEqual({ status: 0, stdout: '', stderr: 'a.geojson: no problems\n' });
});

test('problems are told with place, value, section and what to do', PATIENCE, () => {
	const { status, stdout, stderr } = run([put('a.geojson', SOUND), put('b.geojson', OPEN)]);
	expect(status).toBe(1);
	expect(stdout.split('\n').map((line) => line.trim())).toEqual([
		'b.geojson:2:19: error: coordinates[0]: is not closed: its last position differs from its first',
		'here: [[0,0],[1,0],[1,1]]',
		expect.stringMatching(/^RFC 7946, 3\.1\.6: /),
		'--fix can: repeat the first position at the end',
		'',
	]);
	expect(stderr).toContain('b.geojson: 1 error, 0 warnings\n');
	expect(read('b.geojson')).toBe(OPEN);
});

test('what cannot be read is told, and the rest is still looked at', PATIENCE, () => {
	mkdirSync(join(folder, 'folder'));
	const { status, stdout, stderr } = run(['nowhere.geojson', 'folder', put('b.geojson', OPEN)]);
	expect(status).toBe(2);
	expect(stderr).toContain('nowhere.geojson: ENOENT');
	expect(stderr).toContain('folder: EISDIR');
	expect(stdout).toContain('b.geojson:2:19');
});

test('wrong options and none are refused with help, which can be asked for', PATIENCE, () => {
	for (const args of [[], ['--fixx', 'a'], ['--fix', '--output', 'c', 'a', 'b'], ['-', '-']]) {
		const { status, stdout, stderr } = run(args);
		expect(status).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain('Usage: npm run validate');
	}
	expect(run(['--help'])).toMatchObject({
		status: 0,
		stdout: expect.stringContaining('Exit codes') as string,
		stderr: '',
	});
});

test('--json gives a line for each problem, as the library has it', PATIENCE, () => {
	const text =
		'{"type":"FeatureCollection","features":[{"type":"Feature","properties":[],"geometry":{"type":"Point","coordinates":[1,99]}}]}';
	const { status, stdout } = run([put('a.geojson', text), '--json']);
	expect(status).toBe(1);
	const told = stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Problem & { file: string });
	expect(told).toEqual(validateGeojson(text).map((problem) => ({ file: 'a.geojson', ...problem })));
	expect(told).toHaveLength(2);
});

test('standard input is read, and given back fixed', PATIENCE, () => {
	expect(run(['-'], OPEN)).toMatchObject({
		status: 1,
		stdout: expect.stringContaining('standard input:2:19') as string,
	});
	expect(run(['-', '--fix'], OPEN)).toEqual({
		status: 0,
		stdout: OPEN_FIXED,
		stderr: 'standard input: 1 fixed, no problems left\n',
	});
	const { status, stdout, stderr } = run(['-', '--fix'], CROSSING);
	expect(status).toBe(1);
	expect(stdout).toBe(CROSSING.replace(',[0,5]]', ',[0,5],[0,0]]'));
	expect(stderr).toContain('crosses or touches itself');
	expect(run(['-', '--fix'], '{').stdout).toBe('{');
});

test('--fix mends the file in its place, leaves no other behind, and then has nothing to do', PATIENCE, () => {
	put('target.geojson', OPEN);
	symlinkSync('target.geojson', join(folder, 'link.geojson'));
	expect(run(['link.geojson', '--fix'])).toMatchObject({
		status: 0,
		stderr: 'link.geojson: 1 fixed, no problems left in link.geojson\n',
	});
	expect(read('target.geojson')).toBe(OPEN_FIXED);
	expect(readdirSync(folder).sort()).toEqual(['link.geojson', 'target.geojson']);
	expect(run(['link.geojson', '--fix']).stderr).toBe('link.geojson: nothing to fix; no problems\n');
});

test('--fix with --output leaves the file and writes another', PATIENCE, () => {
	put('a.geojson', OPEN);
	expect(run(['a.geojson', '--fix', '--output', 'b.geojson']).status).toBe(0);
	expect([read('a.geojson'), read('b.geojson')]).toEqual([OPEN, OPEN_FIXED]);
	put('c.geojson', SOUND);
	expect(run(['c.geojson', '--fix', '--output', 'd.geojson']).status).toBe(0);
	expect(read('d.geojson')).toBe(SOUND);
	expect(run(['a.geojson', '--fix', '--output', 'no/such/folder']).status).toBe(2);
	expect(readdirSync(folder).sort()).toEqual(['a.geojson', 'b.geojson', 'c.geojson', 'd.geojson']);
});

test('--output takes the problems where nothing is fixed', PATIENCE, () => {
	expect(run([put('a.geojson', OPEN), '--output', 'report.txt'])).toMatchObject({ status: 1, stdout: '' });
	expect(read('report.txt')).toContain('a.geojson:2:19: error');
});

test('--fix does not touch what is no JSON or no UTF-8', PATIENCE, () => {
	const broken = OPEN.replace(']]]', ']]');
	put('a.geojson', broken);
	const latin = new Uint8Array([
		...new TextEncoder().encode(OPEN.slice(0, -3)),
		...new TextEncoder().encode(',"name":"Z'),
		0xfc,
		0x22,
		0x7d,
	]);
	put('b.geojson', latin);
	expect(run(['a.geojson', 'b.geojson', '--fix']).status).toBe(1);
	expect(read('a.geojson')).toBe(broken);
	expect(new Uint8Array(readFileSync(join(folder, 'b.geojson')))).toEqual(latin);
});

test('a file larger than the memory is checked and fixed', { timeout: 180_000 }, () => {
	const note = 'x'.repeat(20_000);
	const feature = JSON.stringify({ type: 'Feature', properties: { note }, geometry: JSON.parse(OPEN) as unknown });
	const count = 4_000;
	put(
		'a.geojson',
		`{"type":"FeatureCollection","features":[${Array.from({ length: count }, () => feature).join(',\n')}]}`,
	);
	const { status, stdout, stderr } = run(['a.geojson', '--fix', '--json'], undefined, ['--max-old-space-size=64']);
	expect(stderr).toContain(`${count} fixed, no problems in ${count} features left`);
	expect([status, stdout]).toEqual([0, '']);
});

test('what could steer a terminal is shown and not done', () => {
	const [problem] = validateGeojson(
		'{"type":"Point","coordinates":["\u001b[31m\u202e\u009b",1]}'.replace('\u001b', '\u007f'),
	);
	expect(formatProblem('a', problem!)).toContain('"\\u007f[31m\\u202e\\u009b"');
});

test('the other validator is asked where ours finds nothing', PATIENCE, () => {
	const { status, stdout } = run([
		put('a.geojson', '{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[]}}'),
		put('b.geojson', SOUND),
	]);
	expect([status, stdout]).toEqual([1, expect.stringContaining('is empty') as string]);
});
