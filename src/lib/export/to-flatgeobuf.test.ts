import fc from 'fast-check';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature } from 'geojson';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { bytesOf, type ExportContext } from './export-context.ts';
import { claimFixture, contextFixture, incidents, NASTY } from './export-fixture.ts';
import { toFlatgeobuf } from './to-flatgeobuf.ts';

const bytes = async (context: ExportContext) => bytesOf(toFlatgeobuf(context)[0]!.chunks);

/** The library's own reader. It cannot read a feature without a geometry, which the format allows; GDAL can. */
async function read(context: ExportContext): Promise<Feature[]> {
	const features: Feature[] = [];
	for await (const feature of deserialize(await bytes(context))) features.push(feature as Feature);
	return features;
}
const located = { ...contextFixture, features: incidents.filter(({ geometry }) => geometry !== null), count: 2 };

test('columns have types, what is unknown is left out, claims stay inside', async () => {
	const [plain, hostile] = await read(located);
	expect(plain!.properties).toMatchObject({ id: 'plain-strike', killed_low: 90, perpetrators: 'redland;blue-militia' });
	expect(plain!.properties).not.toHaveProperty('killed_high');
	expect(plain!.properties!.claims).toEqual(incidents[0]!.properties.claims);
	expect(hostile!.properties!.title).toBe(NASTY);
	expect(hostile!.geometry).toEqual(incidents[2]!.geometry);
});

test('imported lines and columns are kept', async () => {
	const line = {
		type: 'LineString' as const,
		coordinates: [
			[1, 2],
			[3, 4],
		],
	};
	const shapes = ({ id }: { id: string }) => (id === 'plain-strike' ? line : null);
	const [plain, hostile] = await read({ ...located, shapes, originals: () => ({ a: [1, null] }) });
	expect(plain!.geometry).toEqual(line);
	expect(hostile!.geometry.type).toBe('Point');
	expect(plain!.properties!.original).toEqual({ a: [1, null] });
});

test('nothing on show is a header alone', async () => {
	expect(await read({ ...contextFixture, features: [], count: 0 })).toEqual([]);
	expect([...(await bytes(contextFixture)).subarray(0, 8)]).toEqual([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]);
});

test('whatever is exported reads back with its id, dates, coordinates, figures and claims', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (drafts) => {
			const features = drafts.map((feature) => ({
				...feature,
				properties: { ...feature.properties, claims: [claimFixture] },
			}));
			const rows = await read({ ...contextFixture, features, count: features.length });
			expect(rows.map(({ geometry }) => geometry)).toEqual(features.map(({ geometry }) => geometry));
			expect(rows.map(({ properties: p }) => [p!.id, p!.date_start, p!.killed_low ?? null, p!.claims])).toEqual(
				features.map(({ id, properties: p }) => [id, p.date_start, p.killed_low, p.claims]),
			);
		}),
		{ numRuns: 30 },
	);
});
