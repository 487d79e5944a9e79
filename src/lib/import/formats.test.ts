import { columnFromArray, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { bytesOf, type ExportContext, type ExportFile } from '../export/export-context.ts';
import { contextFixture, incidents } from '../export/export-fixture.ts';
import { toFlatgeobuf } from '../export/to-flatgeobuf.ts';
import { toGeoparquet } from '../export/to-geoparquet.ts';
import { toGpx } from '../export/to-gpx.ts';
import { toKml } from '../export/to-kml.ts';
import { toKmz } from '../export/to-kmz.ts';
import { toXlsx } from '../export/to-xlsx.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { recognise } from './recognise.ts';
import { sourceFixture } from './source-fixture.ts';

const context: ExportContext = {
	...contextFixture,
	features: incidents.slice(0, 1),
	count: 1,
	statements: [],
	aggregates: [],
	areas: [],
};
const arrowFile = (format: 'file' | 'stream') =>
	tableToIPC(
		tableFromColumns({ date: columnFromArray(['2024-02-18'], utf8()), place: columnFromArray(['A'], utf8()) }),
		{ format },
	)!;

test.each<[id: string, write: (context: ExportContext) => ExportFile[] | Promise<ExportFile[]>]>([
	['kml', toKml],
	['kml', toKmz],
	['gpx', toGpx],
	['flatgeobuf', toFlatgeobuf],
	['geoparquet', toGeoparquet],
	['atlas-table', toXlsx],
])('our own export is known as %s, and its incident read back', async (id, write) => {
	const [file] = await write(context);
	const bytes = await bytesOf(file!.chunks);
	const [{ format }] = recognise(await readHead(sourceFixture(bytes)));
	expect(format.id).toBe(id);
	const { rows, rejected } = await readFixture(format, bytes);
	expect(rejected).toEqual([]);
	expect(rows.map(({ feature }) => [feature.id, feature.geometry])).toEqual([
		[incidents[0]!.id, incidents[0]!.geometry],
	]);
});

test('Arrow is known as a file and as a stream', async () => {
	for (const kind of ['file', 'stream'] as const) {
		const bytes = arrowFile(kind);
		const [{ format }] = recognise(await readHead(sourceFixture(bytes)));
		expect(format.id).toBe('arrow');
		expect((await readFixture(format, bytes)).rows[0]!.feature.properties.place_as_written).toBe('A');
	}
});
