import { type Atlas, gatherAtlas } from './atlas.ts';
import { CHECKS } from './checks/index.ts';
import type { Issue } from './issue.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import { readGeodata } from './read-geodata.ts';

interface Options {
	/** Also whether the layers are current; not while they are being made. */
	layers: boolean;
}

/** Reads `geodata/` below the root and puts every rule to it. Never writes, never throws for data. */
export async function readAndCheck(root: string, options: Options): Promise<{ atlas: Atlas; issues: Issue[] }> {
	const { data, issues } = readGeodata(root);
	const loaded = data.places.some(({ file }) => file) || data.unreadable.size === 0 ? await loadGazetteer(root) : null;
	const atlas = gatherAtlas(data, loaded?.gazetteer ?? null);
	issues.push(...(loaded?.issues ?? []), ...runChecks(atlas, options));
	return { atlas, issues };
}

/** Puts every rule to the atlas and collects what they find. */
export function runChecks(atlas: Atlas, { layers }: Options): Issue[] {
	const issues: Issue[] = [];
	for (const check of CHECKS) {
		if (check.scope !== 'layers' || layers) check.check(atlas, (issue) => issues.push(issue));
	}
	return issues;
}
