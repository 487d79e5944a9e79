import { expect, test } from 'vitest';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';
import { timemap } from './timemap.ts';

/** As TimeMap's servers write them, made up. */
const events = [
	{
		id: '7',
		description: 'A shell hit a bakery.',
		date: '2/4/2022',
		time: '00:00',
		location: 'Testburg, Testland',
		latitude: '49.9935',
		longitude: '36.2304',
		associations: ['Shelling', 'Civilian'],
		sources: ['S1', 'https://a.example/x', 'S2'],
		filters: [],
	},
	{
		id: '8',
		description: 'Nobody knows where.',
		date: '2/25/2022',
		time: '06:10',
		location: 'Elsewhere',
		latitude: '',
		longitude: '',
		associations: [],
		sources: [],
	},
	{
		id: '9',
		description: 'Out of range.',
		date: '2/25/2022',
		time: '',
		location: 'Elsewhere',
		latitude: '149',
		longitude: '36',
		associations: [],
		sources: [],
	},
	{
		id: '10',
		description: 'No date.',
		date: '',
		time: '',
		location: 'Elsewhere',
		latitude: '49',
		longitude: '36',
		associations: [],
		sources: [],
	},
];
const sources = {
	S1: { id: 'S1', title: 'A film of the street', url: 'https://b.example/1', type: 'Video', paths: ['x.mp4'] },
	S2: { id: 'S2', title: '', description: 'A witness', url: '' },
	S3: { id: 'S3', url: 'javascript:alert(1)' },
};

test('events are read: dates with the month first, positions as texts, all sources', async () => {
	const { rows, rejected } = await readFixture(timemap, JSON.stringify(events));
	expect(
		rows.map(({ feature }) => [feature.id, feature.properties.date_edtf, feature.geometry?.coordinates ?? null]),
	).toEqual([
		['7', '2022-02-04', [36.2304, 49.9935]],
		['8', '2022-02-25', null],
	]);
	expect(rows[0]!.original).toEqual(events[0]);
	expect(rows[0]!.sources).toEqual(['S1', 'https://a.example/x', 'S2']);
	expect(rows[0]!.feature.properties).toMatchObject({
		title: 'A shell hit a bakery.',
		place_as_written: 'Testburg, Testland',
		killed_best: null,
	});
	expect(rejected.map(({ number, column, value }) => [number, column, value])).toEqual([
		[3, 'latitude', '149'],
		[4, 'date', ''],
	]);
});

test('sources in the same file stand for their ids, before the events and behind them, as object and as list', async () => {
	const named = ['https://b.example/1', 'https://a.example/x', 'A witness'];
	for (const text of [
		JSON.stringify({ sources, events }),
		JSON.stringify({ events, sources }),
		JSON.stringify({ events, sources: Object.values(sources) }),
	]) {
		expect((await readFixture(timemap, text)).rows[0]!.sources).toEqual(named);
	}
	const unsafe = [{ ...events[0], sources: ['S3'] }];
	expect((await readFixture(timemap, JSON.stringify({ events: unsafe, sources }))).rows[0]!.sources).toEqual([]);
});

test('sources alone are refused in words', async () => {
	await expect(readFixture(timemap, JSON.stringify(sources))).rejects.toThrow(
		'It holds no events: sources alone are not read.',
	);
});

test('a survey has the order of day and month that TimeMap writes, unless the dates prove another', async () => {
	const survey = (list: unknown) => timemap.survey(sourceFixture(JSON.stringify(list)), new AbortController().signal);
	expect(await survey(events.slice(0, 1))).toMatchObject({
		dateOrder: 'month-first',
		mapping: null,
		hasCoordinates: true,
	});
	expect(await survey([{ ...events[0], date: '25/2/2022' }])).toMatchObject({ dateOrder: 'day-first' });
});
