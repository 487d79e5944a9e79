import { formatIssues } from './issue.ts';
import { readAndCheck } from './run-checks.ts';

const root = process.argv[2] ?? process.cwd();
const { atlas, issues } = await readAndCheck(root, { layers: true });
if (issues.length > 0) {
	console.error(formatIssues(issues));
	process.exitCode = 1;
} else {
	const { reports, records, actorById, curatedById } = atlas;
	const counts = `${reports.length} reports, ${records.length} records, ${actorById.size} actors, ${curatedById.size} places`;
	console.log(`checked ${counts}: no problems`);
}
