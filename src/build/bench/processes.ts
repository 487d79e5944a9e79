import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** A process below `ancestor` whose command line holds `flag`; with several, the one that holds most memory. */
export function findProcess(ancestor: number, flag: string): number {
	const parents = new Map(
		readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.map((name) => [Number(name), parentOf(Number(name))] as const),
	);
	const isBelow = (pid: number): boolean => {
		for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at)) if (at === ancestor) return true;
		return false;
	};
	const found = [...parents.keys()].filter((pid) => isBelow(pid) && read(pid, 'cmdline').includes(flag));
	const [first] = found.sort((a, b) => memoryBytes(b) - memoryBytes(a));
	if (first === undefined) throw new Error(`Chromium has no process with ${flag}`);
	return first;
}

/** Processor time a process has taken so far, all of its threads together. */
export function processorMs(pid: number): number {
	const [utime, stime] = afterName(pid).slice(11, 13).map(Number);
	return ((utime! + stime!) / TICKS_PER_SECOND) * 1000;
}

/** Memory of a process, of pages it shares with others its share. */
export function memoryBytes(pid: number): number {
	const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup'))?.[1];
	return Number(kilobytes ?? 0) * 1024;
}

function parentOf(pid: number): number | undefined {
	const parent = Number(afterName(pid)[1]);
	return Number.isNaN(parent) ? undefined : parent;
}

/** Fields of `stat` from the third on; the second is a name that may hold spaces. */
function afterName(pid: number): string[] {
	const stat = read(pid, 'stat');
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(pid: number, file: string): string {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'utf8');
	} catch {
		return '';
	}
}
