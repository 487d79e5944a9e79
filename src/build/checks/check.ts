import type { Atlas } from '../atlas.ts';
import type { Issue } from '../issue.ts';

/** What a rule looks at. */
type Scope = 'records' | 'places' | 'layers' | 'all';

export interface Check {
	name: string;
	/** The rule in one sentence; the data dictionary prints it. */
	description: string;
	scope: Scope;
	check(atlas: Atlas, report: (issue: Issue) => void): void;
}
