import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { type ExportContext, textOf } from './export-context.ts';
import { contextFixture, incidents, NASTY } from './export-fixture.ts';
import { toGpx } from './to-gpx.ts';

type Waypoint = Record<string, string>;

/** The waypoints, with what stands in each by its name. Throws where the file is not well formed. */
function read(gpx: string): { waypoints: Waypoint[]; names: string[] } {
	const waypoints: Waypoint[] = [];
	const names: string[] = [];
	let isInside = false;
	let text = '';
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		text = '';
		names.push(name);
		if (name !== 'wpt') return;
		isInside = true;
		waypoints.push({ lat: attributes.lat!.value, lon: attributes.lon!.value });
	});
	parser.on('text', (part) => void (text += part));
	parser.on('closetag', ({ name }) => {
		if (name === 'wpt') isInside = false;
		else if (isInside) waypoints.at(-1)![name] = text;
	});
	parser.write(gpx).close();
	return { waypoints, names };
}
const written = async (context: ExportContext) => read(await textOf(toGpx(context)[0]!.chunks));

test('incidents with a place are waypoints, those without are left out', async () => {
	const { waypoints, names } = await written(contextFixture);
	expect(waypoints.map((waypoint) => waypoint['atlas:id'])).toEqual(['plain-strike', 'hostile-text']);
	expect(waypoints[0]).toMatchObject({ lat: '33.8', lon: '42.4', type: 'drone-attack', 'atlas:killed_low': '90' });
	expect(waypoints[0]).not.toHaveProperty('atlas:killed_high');
	expect(waypoints[1]).toMatchObject({ lon: '-71.1234567', name: NASTY });
	expect(names.slice(0, 3)).toEqual(['gpx', 'metadata', 'name']);
});

test('no hour is made up', async () => {
	expect((await written(contextFixture)).names).not.toContain('time');
});

test('the parts of a waypoint stand in the order of the schema of GPX 1.1', async () => {
	const { names } = await written({ ...contextFixture, features: [incidents[0]!] });
	expect(names.filter((name) => !name.startsWith('atlas:'))).toEqual([
		...['gpx', 'metadata', 'name', 'desc', 'author', 'name', 'copyright', 'year', 'license', 'link', 'text'],
		...['wpt', 'name', 'desc', 'type', 'extensions'],
	]);
});

test('degrees have no exponent, and nothing on show is a file without waypoints', async () => {
	const features = [{ ...incidents[0]!, geometry: { type: 'Point' as const, coordinates: [1e-9, -2e-7] } as never }];
	const { waypoints } = await written({ ...contextFixture, features });
	expect(waypoints[0]).toMatchObject({ lon: '0.000000001000', lat: '-0.000000200000' });
	expect((await written({ ...contextFixture, features: [] })).waypoints).toEqual([]);
});

test('whatever is exported reads back with its id, dates, coordinates and figures', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (features) => {
			const { waypoints } = await written({ ...contextFixture, features });
			const figure = (text: string | undefined) => (text === undefined ? null : Number(text));
			expect(
				waypoints.map((read) => [
					read['atlas:id'],
					read['atlas:date_start'],
					read['atlas:date_end'],
					Number(read.lon),
					Number(read.lat),
					figure(read['atlas:killed_low']),
					figure(read['atlas:injured_high']),
				]),
			).toEqual(
				features.map(({ id, geometry, properties: p }) => [
					id,
					p.date_start,
					p.date_end,
					...geometry!.coordinates,
					p.killed_low,
					p.injured_high,
				]),
			);
		}),
		{ numRuns: 30 },
	);
});
