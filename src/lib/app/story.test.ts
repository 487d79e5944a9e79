import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import { dataFixture, linkFixture, statementFixture } from '../view/chain-fixture.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { AtlasState } from './state.svelte.ts';
import { Story } from './story.svelte.ts';

const day = (iso: string) => parseDay(iso)!;
const to = (id: string) => ({ responds_to: [linkFixture({ id })] });
const data = dataFixture([
	incidentFixture('long-ago', day('2019-01-01')),
	incidentFixture('first', day('2024-04-01')),
	incidentFixture('second', day('2024-04-13'), day('2024-04-14'), to('first')),
	incidentFixture('third', day('2024-04-19'), day('2024-04-19'), to('second')),
	statementFixture('warning', '2024-04-19', '2024-04-20', to('third')),
	incidentFixture('beside', day('2024-04-15')),
]);

function opened() {
	const app = new AtlasState();
	app.loaded = data;
	const story = new Story(app);
	return { app, story };
}

const shown = (app: AtlasState) => app.rows.map((row) => app.table.idOf(row));

test('a story goes from the record it is opened from, step by step, to its ends and no further', () => {
	const { app, story } = opened();
	app.select('second');
	expect(story.stepsOfSelected).toBe(4);
	story.open('second');
	expect([story.index, app.view.selected, app.view.position]).toEqual([1, 'second', day('2024-04-13')]);
	expect(story.focus).toEqual(['second', 'first']);
	story.step(1);
	story.step(1);
	story.step(1);
	expect([story.index, app.view.selected, app.view.position]).toEqual([3, 'warning', day('2024-04-19')]);
	for (let i = 0; i < 5; i++) story.step(-1);
	expect([story.index, app.view.selected, app.view.position]).toEqual([0, 'first', day('2024-04-01')]);
});

test('only its records are on show, its days are the range, and speed suits them', () => {
	const { app, story } = opened();
	story.open('first');
	expect(app.range).toEqual([day('2024-04-01'), day('2024-04-19')]);
	app.seek(null);
	expect(shown(app)).toEqual(['first', 'second', 'third']);
	expect(app.statements.map(({ id }) => id)).toEqual(['warning']);
	expect(app.view.daysPerSecond).toBe(2);
	app.filter({ kind: ['air-strike'] });
	expect(shown(app)).toEqual([]);
});

test('leaving it goes back to what was on show before, and to the card of the step', () => {
	const { app, story } = opened();
	const range = [day('2024-01-01'), day('2024-04-10')] as const;
	app.patch({ range, position: day('2024-04-02'), daysPerSecond: 16 });
	story.open('first');
	expect(app.view.range).toBeNull();
	story.step(1);
	story.leave();
	expect(app.view).toMatchObject({
		chain: null,
		selected: 'second',
		range,
		position: day('2024-04-02'),
		daysPerSecond: 16,
	});
	expect(story.index).toBe(-1);
});

test('choosing a record of the story goes to its step, another ends the story, nothing changes nothing', () => {
	const { app, story } = opened();
	story.open('first');
	app.select('third');
	expect(story.index).toBe(2);
	app.select(null);
	expect([story.index, app.view.chain]).toEqual([2, 'first']);
	app.select('beside');
	expect([app.view.chain, app.view.selected]).toEqual([null, 'beside']);
});

test('a step outside of a range the reader has drawn widens it', () => {
	const { app, story } = opened();
	story.open('first');
	app.setRange([day('2024-04-01'), day('2024-04-05')]);
	story.step(1);
	expect([app.view.range, app.view.position]).toEqual([null, day('2024-04-13')]);
});

test('an id without a record or without links is no story', () => {
	const { app, story } = opened();
	app.patch({ chain: 'nothing' });
	expect([app.chain, story.index]).toEqual([null, -1]);
	app.patch({ chain: 'beside' });
	expect(app.chain).toBeNull();
	expect(app.range).toEqual(app.extent);
});

test('the step follows playback to its end', () => {
	const { app, story } = opened();
	story.open('first');
	app.play();
	const seen = new Set<string | null>();
	for (let frame = 0; frame < 2000 && app.playing; frame++) {
		app.tick(16);
		story.follow();
		seen.add(app.view.selected);
	}
	expect([...seen]).toEqual(['first', 'second', 'third']);
	app.pause();
	story.follow();
	story.goTo(3);
	story.follow();
	expect(app.view.selected).toBe('warning');
});
