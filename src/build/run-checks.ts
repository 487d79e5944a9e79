import { type Atlas, gatherAtlas } from './atlas.ts';
import { CHECKS } from './checks/index.ts';
import type { Issue } from './issue.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import { madeFiles } from './made-files.ts';
import { readGeodata } from './read-geodata.ts';

interface Options {
	/** Also whether the layers are current, once nothing else is wrong; not while they are being made. */
	layers: boolean;
}

/** Reads `geodata/` below the root and puts every rule to it. Never writes, never throws for data. */
export async function readAndCheck(root: string, { layers }: Options): Promise<{ atlas: Atlas; issues: Issue[] }> {
	const { data, issues } = readGeodata(root);
	const { gazetteer, issues: placeIssues } = data.placesAreSound
		? await loadGazetteer(root)
		: { gazetteer: null, issues: [] };
	issues.push(...placeIssues);
	const atlas = gatherAtlas(data, gazetteer);
	const report = (issue: Issue) => issues.push(issue);
	for (const check of CHECKS) if (check.scope !== 'layers') check.check(atlas, report);
	if (!layers || !gazetteer || issues.length > 0) return { atlas, issues };
	const expected = madeFiles({ ...atlas, gazetteer });
	for (const check of CHECKS) if (check.scope === 'layers') check.check({ ...atlas, expected }, report);
	return { atlas, issues };
}
