import { chromium, type CDPSession, type Page } from '@playwright/test';
import type { ApproachName, Bench, Mode } from './page/main.ts';
import { CHROMIUM } from './chromium.ts';
import { findProcess, memoryBytes, processorMs } from './processes.ts';

/** What one approach costs with so many incidents; times in milliseconds. */
export interface Measures {
	readonly approach: ApproachName;
	readonly length: number;
	readonly load: number;
	readonly memory: number;
	readonly byMode: Readonly<Record<Mode, ModeMeasures>>;
	readonly play: Awaited<ReturnType<Bench['play']>> | null;
	/** Longest script of a jump to another zoom. */
	readonly zoom: number | null;
}

export interface ModeMeasures {
	readonly script: number;
	readonly settle: number;
	readonly gpu: number;
	/** Where incidents are, and where none is near. */
	readonly pick: number;
	readonly pickEmpty: number;
	/** Bytes of the script's heap for each step. */
	readonly allocation: number;
	readonly counts: number | null;
	/** Of each kind of filter the first change, and the median of those after it. */
	readonly filters: Readonly<Record<string, { readonly first: number; readonly later: number }>> | null;
	readonly counting: number | null;
}

const MODES: readonly Mode[] = ['window', 'cumulative'];
const PLAY_MS = 10_000;

/** Opens Chromium anew, so that neither memory nor the GPU process is shared with what was measured before. */
export async function measure(address: string, approach: ApproachName, length: number): Promise<Measures> {
	const server = await chromium.launchServer({
		...CHROMIUM,
		args: [...CHROMIUM.args, '--js-flags=--expose-gc'],
	});
	try {
		const browser = await chromium.connect(server.wsEndpoint());
		// The others do not animate arrivals, so where a frame is held against theirs the atlas does not either.
		const reducedMotion = approach === 'page' ? 'no-preference' : 'reduce';
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion });
		page.setDefaultTimeout(0);
		page.on('pageerror', (error) => console.error(`  ${approach}: ${error.message}`));
		await page.goto(address);
		await page.waitForFunction('window.bench');
		const bench = benchOf(page);
		await bench('open', approach, length);
		const load = await bench('load');
		const root = server.process().pid!;
		const gpu = findProcess(root, '--type=gpu-process');
		const heap = await page.context().newCDPSession(page);
		const byMode: Partial<Record<Mode, ModeMeasures>> = {};
		// What takes seconds is measured less often.
		const fewer = approach === 'deck' || (approach === 'geojson' && length >= 1_000_000);
		const fewest = fewer && length >= 1_000_000;
		for (const mode of MODES) {
			await bench('steps', mode, fewer ? 1 : 12);
			const batches = [];
			for (let batch = 0; batch < (fewer ? 1 : 3); batch++) {
				const before = processorMs(gpu);
				const steps = fewest ? 3 : fewer ? 5 : 10;
				const { script, settle } = await bench('steps', mode, steps);
				batches.push({ script: median(script), settle: median(settle), gpu: (processorMs(gpu) - before) / steps });
			}
			const isPage = approach === 'page';
			const isOurs = isPage || approach === 'atlas' || approach === 'symbols';
			const picks = await bench('picks', mode, fewest ? 2 : fewer ? 6 : 202);
			byMode[mode] = {
				script: median(batches.map((batch) => batch.script)),
				settle: median(batches.map((batch) => batch.settle)),
				gpu: median(batches.map((batch) => batch.gpu)),
				allocation: isOurs ? await allocation(heap, () => bench('steps', mode, 10)) : NaN,
				pick: median(picks.dense),
				pickEmpty: median(picks.empty),
				counts: isPage ? median(await bench('counts', mode, 101)) : null,
				...(isPage ? await filters(bench, mode) : { filters: null, counting: null }),
			};
		}
		const zoom = approach === 'page' ? Math.max(...(await bench('zooms'))) : null;
		const play = approach === 'page' ? await bench('play', 'window', PLAY_MS) : null;
		await heap.send('HeapProfiler.collectGarbage');
		const memory = memoryBytes(findProcess(root, '--type=renderer'));
		return { approach, length, load, memory, byMode: byMode as Record<Mode, ModeMeasures>, play, zoom };
	} finally {
		await server.close();
	}
}

type Call = <K extends keyof Bench>(name: K, ...given: Parameters<Bench[K]>) => Promise<Awaited<ReturnType<Bench[K]>>>;

/** Calls the functions of the benchmark's page. */
function benchOf(page: Page): Call {
	return (name, ...given) =>
		page.evaluate(
			([called, values]) => {
				const { bench } = window as unknown as { bench: Record<string, (...values: unknown[]) => unknown> };
				return bench[called as string]!(...(values as unknown[]));
			},
			[name, given] as const,
		) as never;
}

async function filters(bench: Call, mode: Mode): Promise<Pick<ModeMeasures, 'filters' | 'counting'>> {
	const { toFrame, counting } = await bench('filters', mode);
	return {
		filters: Object.fromEntries(
			Object.entries(toFrame).map(([name, [first, ...later]]) => [name, { first: first!, later: median(later) }]),
		),
		counting: median(counting),
	};
}

/** Bytes the heap grows by with each of ten steps, buffers included. */
async function allocation(heap: CDPSession, tenSteps: () => Promise<unknown>): Promise<number> {
	const grown: number[] = [];
	for (let batch = 0; batch < 5; batch++) {
		await heap.send('HeapProfiler.collectGarbage');
		const before = await heapBytes(heap);
		await tenSteps();
		grown.push(((await heapBytes(heap)) - before) / 10);
	}
	return median(grown);
}

async function heapBytes(heap: CDPSession): Promise<number> {
	const usage: { usedSize: number; backingStorageSize?: number } = await heap.send('Runtime.getHeapUsage');
	return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** The middle one, or of an even number the higher of the two in the middle. */
function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
