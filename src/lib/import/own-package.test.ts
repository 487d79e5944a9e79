import { bytesOf } from '../export/export-context.ts';
import { contextFixture } from '../export/export-fixture.ts';
import { toCsv } from '../export/to-csv.ts';
import { toDataPackage } from '../export/to-data-package.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { ownPackage } from './own-package.ts';
import { ownTable } from './own-table.ts';

const [table] = await toCsv({
	...contextFixture,
	originals: ({ id }) => (id === 'unlocated' ? null : { a: id, '=b': '-1', __proto__: 'c' }),
});

fuzzBytes('Data packages of ours', ownPackage, [await bytesOf(toDataPackage(contextFixture)[0]!.chunks)]);
fuzzBytes('Tables of ours', ownTable, [await bytesOf(table!.chunks)]);
