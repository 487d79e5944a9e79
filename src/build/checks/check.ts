import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';

/** What a rule looks at. Rules on what the pipeline makes are left out while it is being made. */
export type Scope = 'reports' | 'actors' | 'records' | 'places' | 'layers';

export interface Check {
	name: string;
	/** The rule in one sentence; the data dictionary prints it. */
	description: string;
	scope: Scope;
	check(atlas: Atlas, report: (issue: Issue) => void): void;
}
