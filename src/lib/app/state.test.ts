import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import type { AtlasData } from '../view/atlas-data.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { AtlasState } from './state.svelte.ts';

const day = (iso: string) => parseDay(iso)!;
const features = [
	incidentFixture('a', day('2024-04-01')),
	incidentFixture('week', day('2024-04-08'), day('2024-04-14'), { kind: 'air-strike' }),
	incidentFixture('b', day('2024-04-20')),
];
const data: AtlasData = {
	table: buildIncidentTable(features),
	statements: [],
	aggregates: [],
	areas: { type: 'FeatureCollection', features: [] },
	routes: { type: 'FeatureCollection', features: [] },
	actors: new Map(),
	reports: new Map(),
};

function loaded(): AtlasState {
	const app = new AtlasState();
	app.loaded = data;
	return app;
}

const shown = (app: AtlasState) => app.rows.map((row) => app.table.idOf(row));

test('before anything is loaded nothing is shown and nothing plays', () => {
	const app = new AtlasState();
	app.play();
	app.tick(1000);
	app.step(1);
	expect([app.playing, app.view.position, app.rows.length, app.days]).toEqual([false, null, 0, null]);
});

test('play runs from the start to the end of the range and stops there', () => {
	const app = loaded();
	app.patch({ daysPerSecond: 30 });
	app.play();
	expect(app.view.position).toBe(day('2024-04-01'));
	const seen = new Set<string>();
	for (let frame = 0; frame < 400 && app.playing; frame++) {
		app.tick(16);
		seen.add(shown(app).join());
	}
	expect(app.playing).toBe(false);
	expect(app.view.position).toBe(day('2024-04-20'));
	expect([...seen]).toEqual(['a', 'a,week', 'a,week,b']);
});

test('the longer events stay on show, the faster dates with events may follow each other', () => {
	const app = loaded();
	const everyDay = Array.from({ length: 41 }, (_, at) => incidentFixture(`d${at}`, 19_000 + at));
	app.loaded = { ...data, table: buildIncidentTable(everyDay) };
	const framesTaken = (mode: 'window' | 'cumulative', windowDays: number): number => {
		app.patch({ position: null, mode, windowDays, daysPerSecond: 64 });
		app.play();
		let frames = 0;
		for (; app.playing; frames++) app.tick(16);
		return frames;
	};
	const [day1, day10, all] = [framesTaken('window', 1), framesTaken('window', 10), framesTaken('cumulative', 1)];
	expect(day1 * 16).toBeGreaterThanOrEqual(40 * 200);
	expect(day10 * 16).toBeLessThan(0.2 * day1 * 16);
	expect(Math.abs(all * 16 - (40 / 64) * 1000)).toBeLessThan(100);
});

test('play at the end starts over', () => {
	const app = loaded();
	app.seek(day('2024-04-20'));
	app.play();
	expect(app.view.position).toBe(day('2024-04-01'));
});

test('steps stop at days with an incident that passes the filters', () => {
	const app = loaded();
	app.filter({ kind: ['drone-attack'] });
	app.step(1);
	expect(app.view.position).toBe(day('2024-04-01'));
	app.step(1);
	expect(app.view.position).toBe(day('2024-04-20'));
	app.step(1);
	expect(app.view.position).toBe(day('2024-04-20'));
	app.step(-1);
	expect(app.view.position).toBe(day('2024-04-01'));
});

test('a narrower range keeps the position inside', () => {
	const app = loaded();
	app.seek(day('2024-04-20'));
	app.setRange([day('2024-04-02'), day('2024-04-15')]);
	expect(app.view.position).toBe(day('2024-04-15'));
	expect(shown(app)).toEqual(['week']);
	app.setRange(null);
	expect(app.view.position).toBe(day('2024-04-15'));
});

test('seeking beyond the data stays at its edge, and null shows all', () => {
	const app = loaded();
	app.seek(day('1999-01-01'));
	expect(app.view.position).toBe(day('2024-04-01'));
	app.seek(null);
	expect(shown(app)).toEqual(['a', 'week', 'b']);
});

test('counts say what the rows on show hold, at each position', () => {
	const app = loaded();
	for (const iso of ['2024-04-01', '2024-04-10', '2024-04-20', '2024-04-03']) {
		app.seek(day(iso));
		expect(app.counts.shown).toBe(app.rows.length);
	}
	app.filter({ kind: ['air-strike'] });
	expect([app.counts.shown, app.rows.length]).toEqual([0, 0]);
	app.seek(null);
	expect([app.counts.shown, shown(app)]).toEqual([1, ['week']]);
});

test('an id that is not there opens no card', () => {
	const app = loaded();
	app.select('a');
	expect(app.selectedRecord?.id).toBe('a');
	app.select('__proto__');
	expect(app.selectedRecord).toBe(null);
});
