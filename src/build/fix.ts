import { gatherAtlas } from './atlas.ts';
import { canonicalFiles } from './canonical-files.ts';
import { formatIssues } from './issue.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import { readGeodata } from './read-geodata.ts';
import { writeFiles } from './write-files.ts';

const root = process.argv[2] ?? process.cwd();
const { data, issues } = readGeodata(root, { ignoreDerived: true });
const { gazetteer, issues: placeIssues } = data.placesAreSound
	? await loadGazetteer(root)
	: { gazetteer: null, issues: [] };
const changed = writeFiles(root, canonicalFiles(gatherAtlas(data, gazetteer)));
for (const file of changed) console.log(`wrote ${file}`);
if (changed.length === 0) console.log('nothing to fix');
issues.push(...placeIssues);
if (issues.length > 0) {
	console.error(`These files could not be read and were left as they are:\n${formatIssues(issues)}`);
	process.exitCode = 1;
}
