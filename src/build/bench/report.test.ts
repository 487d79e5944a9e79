import { expect, test } from 'vitest';
import type { Measures, ModeMeasures } from './measure.ts';
import { figures, verdicts, verdictTable } from './report.ts';

const mode: ModeMeasures = {
	script: 4,
	settle: 9,
	gpu: 30,
	pick: 0.1,
	pickEmpty: 0.01,
	allocation: 2048,
	counts: 0.02,
	filters: { kind: { first: 80, later: 20 }, side: { first: 30, later: 20 }, text: { first: 70, later: 60 } },
	counting: 9,
};
const page: Measures = {
	approach: 'page',
	length: 1_000_000,
	load: 800,
	memory: 4e8,
	byMode: { window: mode, cumulative: { ...mode, counts: 0.7 } },
	play: { longTasks: [], gaps: 3, frames: 100, days: 50 },
	zoom: 55,
};

test('a verdict takes the worse of both modes, and says what was not run', () => {
	const of = (measure: string) => verdicts([page]).find((verdict) => verdict.measure.startsWith(measure));
	expect(of('kind filter to drawn frame, 1M')).toMatchObject({ figure: '20.0 ms', bar: '50.0 ms', isReached: true });
	expect(of('kind filter to drawn frame, 1M, the first')).toMatchObject({ figure: '80.0 ms', isReached: false });
	expect(of('longest script of a jump')).toMatchObject({ figure: '55.0 ms', isReached: false });
	expect(of('text filter')).toMatchObject({ isReached: false });
	expect(of('counts per step')).toMatchObject({ figure: '0.70 ms', isReached: false });
	expect(of('script per step')).toMatchObject({ figure: '-', isReached: null });
	expect(of('script tasks')).toMatchObject({ figure: '0', isReached: true });
});

test('GPU cost is held against that of deck.gl in the same run', () => {
	const atlas = { ...page, approach: 'atlas', length: 100_000 } as const;
	const times = (gpu: number) => ({ window: { ...mode, gpu }, cumulative: { ...mode, gpu } });
	const lines = verdicts([atlas, { ...atlas, approach: 'deck', byMode: times(300) }]);
	expect(lines.find(({ measure }) => measure.includes('100k, window'))).toMatchObject({
		figure: '1/10.0',
		isReached: false,
	});
	expect(lines.find(({ measure }) => measure.includes('100k, cumulative'))).toMatchObject({ isReached: true });
});

test('what an approach costs stands also without the frame of an empty map', () => {
	const empty = { ...page, approach: 'empty', byMode: { window: { ...mode, gpu: 12 }, cumulative: mode } } as const;
	const [line] = figures([page, empty]).split('\n').slice(2);
	expect(line!.split('|').map((cell) => cell.trim())).toEqual(expect.arrayContaining(['30.0', '18.0']));
});

test('tables have the same number of cells in every line', () => {
	for (const text of [figures([page]), verdictTable(verdicts([page]))]) {
		expect(new Set(text.split('\n').map((line) => line.split('|').length)).size).toBe(1);
	}
});
