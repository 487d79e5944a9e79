import { PublishedFile } from '../lib/model/correction.ts';
import { canonicalJson } from './canonical-json.ts';
import { formatIssues } from './issue.ts';
import { publishedFile } from './published-facts.ts';
import { readAndCheck } from './run-checks.ts';
import { writeFiles } from './write-files.ts';

const root = process.argv[2] ?? process.cwd();
const file = 'geodata/published.json';
const { atlas, issues } = await readAndCheck(root, { layers: true });
if (issues.length > 0 || !atlas.gazetteer) {
	console.error(formatIssues(issues));
	console.error(`${file} was left as it is.`);
	process.exitCode = 1;
} else {
	const published = publishedFile(atlas, atlas.gazetteer);
	const changed = writeFiles(root, new Map([[file, canonicalJson(PublishedFile, published)]]));
	const counts = `${published.records.length} records, ${published.entries.length} corrections`;
	console.log(`published: ${counts}${changed.length === 0 ? '; nothing changed' : ''}`);
}
