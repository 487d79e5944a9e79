import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { createFixPlanner, createFixWriter, type FixPlan } from '../lib/validate/fix-geojson.ts';
import { createValidator } from '../lib/validate/validate-geojson.ts';
import { formatProblem, type ToldProblem, writeProblem } from './format-problem.ts';
import { replaceFile } from './replace-file.ts';
import { secondOpinion } from './second-opinion.ts';
import { spoolInput } from './spool-input.ts';
import { readValidateOptions, VALIDATE_HELP, type ValidateOptions } from './validate-options.ts';

interface Streams {
	input: NodeJS.ReadableStream & AsyncIterable<Uint8Array>;
	output: Writable;
	/** For progress and sums. */
	notes: Writable & { isTTY?: boolean };
}

interface Tally {
	errors: number;
	warnings: number;
	fixable: number;
	features: number;
	/** What no fix may touch: it is not JSON, or not in UTF-8. */
	isUnreadable: boolean;
}

type TakeProblem = (problem: ToldProblem) => void;

const CHUNK_BYTES = 2 ** 20;
const SECONDS_BETWEEN_NOTES = 5;
const STANDARD_INPUT = '-';

/** Validates, and fixes if asked, the files that the arguments name. Gives the exit code. */
export async function validateFiles(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
	const options = readValidateOptions(args);
	if (options === null) {
		streams.output.write(VALIDATE_HELP);
		return 0;
	}
	if (typeof options === 'string') {
		streams.notes.write(`${options}\n\n${VALIDATE_HELP}`);
		return 2;
	}
	let code: 0 | 1 | 2 = 0;
	const report = await openReport(options, streams);
	if (!report) return 2;
	for (const file of options.files) {
		const name = file === STANDARD_INPUT ? 'standard input' : file;
		try {
			const hasProblems = await validateFile(file, name, options, streams, report.take);
			if (hasProblems && code === 0) code = 1;
		} catch (error) {
			streams.notes.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
			code = 2;
		}
	}
	await report.end();
	return code;
}

/** Where problems go: standard output, a file, or beside a fixed file on standard output, standard error. */
async function openReport(options: ValidateOptions, { output, notes }: Streams) {
	const write = options.isJson ? writeProblem : formatProblem;
	if (options.output === null || options.isFixing) {
		const isTaken = options.isFixing && options.output === null && options.files.includes(STANDARD_INPUT);
		const stream = isTaken ? notes : output;
		const take = async (file: string, problem: ToldProblem) => {
			if (!stream.write(write(file, problem))) await once(stream, 'drain');
		};
		return { take, end: async () => undefined };
	}
	try {
		const replacement = await replaceFile(options.output);
		return {
			take: (file: string, problem: ToldProblem) => replacement.write(write(file, problem)),
			end: replacement.finish,
		};
	} catch (error) {
		notes.write(`${options.output}: ${error instanceof Error ? error.message : String(error)}\n`);
		return null;
	}
}

async function validateFile(
	file: string,
	name: string,
	options: ValidateOptions,
	streams: Streams,
	take: (file: string, problem: ToldProblem) => Promise<void>,
): Promise<boolean> {
	if (!options.isFixing) {
		const tally = await validateStream(open(file, name, streams), (problem) => take(name, problem));
		streams.notes.write(`${name}: ${sum(tally)}\n`);
		return tally.errors + tally.warnings > 0;
	}
	const spool = file === STANDARD_INPUT ? await spoolInput(streams.input, 'input.geojson') : null;
	try {
		return await fixFile(spool?.path ?? file, name, options, streams, take);
	} finally {
		await spool?.remove();
	}
}

/** Fixes a file that can be read many times, and tells the problems that are left. */
async function fixFile(
	path: string,
	name: string,
	options: ValidateOptions,
	streams: Streams,
	take: (file: string, problem: ToldProblem) => Promise<void>,
): Promise<boolean> {
	const before = await validateStream(open(path, name, streams), async () => undefined);
	const target = options.output ?? (name === 'standard input' ? null : path);
	const plan = before.fixable === 0 || before.isUnreadable ? null : await planFixes(() => open(path, name, streams));
	if (!plan && target === path) {
		const tally = await validateStream(open(path, name, streams), (problem) => take(name, problem));
		streams.notes.write(`${name}: nothing to fix; ${sum(tally)}\n`);
		return tally.errors + tally.warnings > 0;
	}
	const replacement = target === null ? null : await replaceFile(target);
	const write = replacement?.write ?? ((text: string) => writeTo(streams.output, text));
	const validator = createTallying((problem) => take(name, problem));
	try {
		let parts: string[] = [];
		const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
		const writer = plan
			? createFixWriter(plan, (text) => parts.push(text))
			: { write: (text: string) => parts.push(text), end: () => undefined };
		const flush = async () => {
			const text = parts.join('');
			parts = [];
			await write(text);
			await validator.write(text);
		};
		for await (const bytes of open(path, name, streams)) {
			writer.write(decoder.decode(bytes, { stream: true }));
			await flush();
		}
		writer.write(decoder.decode());
		writer.end();
		await flush();
		const after = await validator.end();
		await replacement?.finish();
		const fixed = before.errors + before.warnings - after.errors - after.warnings;
		streams.notes.write(`${name}: ${fixed} fixed, ${sum(after)} left${target === null ? '' : ` in ${target}`}\n`);
		return after.errors + after.warnings > 0;
	} catch (error) {
		await replacement?.abandon();
		throw error;
	}
}

async function planFixes(reopen: () => AsyncIterable<Uint8Array>, isForBbox = false): Promise<FixPlan | null> {
	const planner = createFixPlanner(isForBbox);
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	for await (const bytes of reopen()) planner.write(decoder.decode(bytes, { stream: true }));
	planner.write(decoder.decode());
	const plan = planner.end();
	return plan?.isBboxOpen ? planFixes(reopen, true) : plan;
}

async function validateStream(
	input: AsyncIterable<Uint8Array>,
	take: (problem: ToldProblem) => Promise<void>,
): Promise<Tally> {
	const validator = createTallying(take);
	for await (const bytes of input) await validator.write(bytes);
	return validator.end();
}

/** Validates parts as they come and counts; problems are handed on between the parts, as fast as they are taken. */
function createTallying(take: (problem: ToldProblem) => Promise<void>) {
	const tally: Tally = { errors: 0, warnings: 0, fixable: 0, features: 0, isUnreadable: false };
	let waiting: ToldProblem[] = [];
	const onProblem: TakeProblem = (problem) => {
		if (problem.severity === 'error') tally.errors++;
		else tally.warnings++;
		if (problem.isFixable) tally.fixable++;
		if (['json-syntax', 'not-utf-8', 'nested-too-deep', 'too-large'].includes(problem.code)) tally.isUnreadable = true;
		waiting.push(problem);
	};
	const validator = createValidator({
		onProblem,
		onSound: (node, path) => secondOpinion(node, path).forEach(onProblem),
	});
	const handOn = async () => {
		const problems = waiting;
		waiting = [];
		for (const problem of problems) await take(problem);
	};
	return {
		async write(part: string | Uint8Array) {
			validator.write(part);
			await handOn();
		},
		async end() {
			validator.end();
			await handOn();
			tally.features = validator.features();
			return tally;
		},
	};
}

/** The bytes of a file or of standard input; says how far it is where that takes a while. */
async function* open(file: string, name: string, { input, notes }: Streams): AsyncGenerator<Uint8Array> {
	const size = file === STANDARD_INPUT ? null : (await stat(file)).size;
	const source = file === STANDARD_INPUT ? input : createReadStream(file, { highWaterMark: CHUNK_BYTES });
	let read = 0;
	let noted = performance.now();
	for await (const chunk of source as AsyncIterable<Uint8Array>) {
		yield chunk;
		read += chunk.length;
		if (performance.now() - noted < SECONDS_BETWEEN_NOTES * 1000) continue;
		noted = performance.now();
		const share = size === null ? '' : ` of ${megabytes(size)}, ${Math.floor((read / size) * 100)} %`;
		notes.write(`${name}: ${megabytes(read)}${share}${notes.isTTY ? '\r' : '\n'}`);
	}
}

async function writeTo(stream: Writable, text: string): Promise<void> {
	if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}

function sum({ errors, warnings, features }: Tally): string {
	const found =
		errors + warnings === 0
			? 'no problems'
			: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
	return features === 0 ? found : `${found} in ${features} ${features === 1 ? 'feature' : 'features'}`;
}

function megabytes(bytes: number): string {
	return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
