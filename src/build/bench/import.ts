import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../temporary-files.ts';
import { processorMs } from './processes.ts';
import { writeMadeCsv, writeMadeGeojson } from './import-files.ts';

const USAGE = `Measures npm run atlas -- import on made files, beside ogr2ogr where it is installed: seconds, and the most
memory that the process had. The files go into the system's temporary folder and are removed after.

  npm run bench:import                     1,000,000 rows of CSV, 250 MB of GeoJSON, and a tenth of each
  npm run bench:import -- --share 0.1      a share of these sizes`;
const [ROWS, BYTES] = [1_000_000, 250 * 2 ** 20];
const MS_BETWEEN_LOOKS = 50;
const JITI = new URL('../../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url).pathname;
const ATLAS = new URL('../atlas/run.ts', import.meta.url).pathname;

/** A conversion, by both programs. */
interface Task {
	readonly name: string;
	readonly input: string;
	readonly output: string;
	readonly atlas: readonly string[];
	readonly ogr: readonly string[];
}

interface Measured {
	readonly seconds: number;
	/** Of the processor, which other programs do not lengthen. */
	readonly busySeconds: number;
	readonly peakMb: number;
	readonly outputMb: number;
}

const { values } = parseArgs({ options: { share: { type: 'string', default: '1' }, help: { type: 'boolean' } } });
if (values.help) console.log(USAGE);
else await run(Number(values.share));

async function run(share: number): Promise<void> {
	if (!(share > 0 && share <= 10)) throw new Error(`--share ${values.share} is no share`);
	const folder = temporaryFolder();
	const hasOgr = spawnSync('ogr2ogr', ['--version']).status === 0;
	const lines = [
		'conversion | MB in | MB out | atlas s | of these busy | MB/s | peak MB | ogr2ogr s | busy | peak MB | MB out',
		'--- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --:',
	];
	const peaks = new Map<string, number>();
	for (const part of [0.1, 1]) {
		for (const task of await madeTasks(folder, share * part)) {
			console.error(`${task.name} ...`);
			const inputMb = megabytes(task.input);
			const ours = await measure(
				process.execPath,
				[JITI, ATLAS, 'import', task.input, '-o', task.output, ...task.atlas],
				task,
			);
			const theirs = hasOgr ? await measure('ogr2ogr', [...task.ogr, task.output, task.input], task) : null;
			peaks.set(task.name, ours.peakMb);
			lines.push(
				[
					task.name,
					inputMb.toFixed(0),
					ours.outputMb.toFixed(0),
					ours.seconds.toFixed(1),
					ours.busySeconds.toFixed(1),
					(inputMb / ours.seconds).toFixed(1),
					ours.peakMb.toFixed(0),
					theirs?.seconds.toFixed(1) ?? 'not installed',
					theirs?.busySeconds.toFixed(1) ?? '',
					theirs?.peakMb.toFixed(0) ?? '',
					theirs?.outputMb.toFixed(0) ?? '',
				].join(' | '),
			);
			rmSync(task.input);
		}
	}
	const [smallCsv, smallJson, csv, json] = [...peaks.values()];
	const ratio = (large: number, small: number) => (large / small).toFixed(2);
	console.log(lines.join('\n'));
	console.log(
		`\nPeak memory at ten times the size: ${ratio(csv!, smallCsv!)} times (CSV), ${ratio(json!, smallJson!)} times (GeoJSON).`,
	);
}

async function madeTasks(folder: string, share: number): Promise<Task[]> {
	const [csv, json] = [join(folder, `made-${share}.csv`), join(folder, `made-${share}.geojson`)];
	const rows = Math.round(ROWS * share);
	await writeMadeCsv(csv, rows);
	const features = await writeMadeGeojson(json, BYTES * share);
	const count = (number: number) => number.toLocaleString('en');
	return [
		{
			name: `CSV to GeoJSON, ${count(rows)} rows`,
			input: csv,
			output: join(folder, 'out.geojson'),
			atlas: [],
			ogr: ['-f', 'GeoJSON', '-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude'],
		},
		{
			name: `GeoJSON to lines, ${count(features)} features`,
			input: json,
			output: join(folder, 'out.geojsonl'),
			atlas: [],
			ogr: ['-f', 'GeoJSONSeq'],
		},
	];
}

/** Runs a program to its end and removes what it wrote. */
async function measure(program: string, args: readonly string[], { name, output }: Task): Promise<Measured> {
	const began = performance.now();
	const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	let [peakMb, busySeconds] = [0, 0];
	const look = setInterval(() => {
		peakMb = Math.max(peakMb, peakOf(child.pid!));
		busySeconds = Math.max(busySeconds, busySecondsOf(child.pid!));
	}, MS_BETWEEN_LOOKS);
	const [code] = (await once(child, 'close')) as [number | null];
	clearInterval(look);
	const seconds = (performance.now() - began) / 1000;
	if (code !== 0) throw new Error(`${name}: ${program} ended with ${code}: ${said}`);
	const outputMb = megabytes(output);
	rmSync(output);
	return { seconds, busySeconds, peakMb, outputMb };
}

/** The most memory the process has had, MB; 0 where it is gone. */
function peakOf(pid: number): number {
	try {
		return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** 0 where it is gone. */
function busySecondsOf(pid: number): number {
	try {
		return processorMs(pid) / 1000 || 0;
	} catch {
		return 0;
	}
}

function megabytes(path: string): number {
	return statSync(path).size / 2 ** 20;
}
