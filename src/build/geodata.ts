import { formatIssues } from './issue.ts';
import { layerIssues } from './layer-issues.ts';
import { buildLayers } from './layers.ts';
import { madeFiles } from './made-files.ts';
import { readAndCheck } from './run-checks.ts';
import { writeFiles } from './write-files.ts';

const root = process.argv[2] ?? process.cwd();
const { atlas, issues } = await readAndCheck(root, { layers: false });
const { gazetteer } = atlas;
const layers = issues.length === 0 && gazetteer ? buildLayers({ ...atlas, gazetteer }) : [];
issues.push(...layerIssues(layers));
if (issues.length > 0 || !gazetteer) {
	console.error(formatIssues(issues));
	console.error('The layers were left as they are.');
	process.exitCode = 1;
} else {
	const changed = writeFiles(root, madeFiles({ ...atlas, gazetteer }));
	for (const file of changed) console.log(`wrote ${file}`);
	const counts = layers.map(({ file, features }) => `${features.length} ${file.replace(/^.*\/|\.geojson$/g, '')}`);
	console.log(`layers: ${counts.join(', ')}${changed.length === 0 ? '; nothing changed' : ''}`);
}
