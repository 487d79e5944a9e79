import { expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { contextFixture } from './export-fixture.ts';
import { bytesOf } from './export-context.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { writeExport } from './write-export.ts';

/** Everything that the files of an export say, unpacked where they are packed. */
async function textsOf(
	format: (typeof EXPORT_FORMATS)[number]['id'],
	importedFrom?: readonly string[],
): Promise<string> {
	const files = await writeExport(format, { ...contextFixture, ...(importedFrom ? { importedFrom } : {}) });
	const decoder = new TextDecoder();
	const texts = files.map(async ({ chunks }) => {
		const bytes = await bytesOf(chunks);
		const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
		return isZip
			? Object.values(unzipSync(bytes))
					.map((each) => decoder.decode(each))
					.join('\n')
			: decoder.decode(bytes);
	});
	return (await Promise.all(texts)).join('\n');
}

test.each(EXPORT_FORMATS.map(({ id }) => id))(
	'%s of files of others does not claim our licence for them',
	async (id) => {
		expect(await textsOf(id, ['theirs.csv'])).not.toMatch(/CC[ -]BY|creativecommons/i);
	},
);

test('ours does, where the format holds such a text, and theirs names the files', async () => {
	for (const id of ['geojson', 'kml', 'gpx', 'xlsx', 'data-package', 'flatgeobuf', 'geoparquet'] as const) {
		expect(await textsOf(id)).toMatch(/CC BY 4\.0/);
		expect(await textsOf(id, ['theirs.csv', 'more.kml'])).toContain('theirs.csv, more.kml'.slice(0, 10));
	}
});
