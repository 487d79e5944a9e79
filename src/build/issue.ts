import { byCodePoint } from '../lib/model/code-point-order.ts';

/** Something wrong with the data, for the person who edits it. Issues are collected, never thrown. */
export interface Issue {
	/** Path of the file below the repository, with forward slashes. */
	file: string;
	/** Where in the file, such as `claims[2].value.killed.low`; empty for the file as a whole. */
	path: string;
	/** What is wrong; names the value. */
	message: string;
	/** What to do about it. */
	fix?: string | undefined;
}

/** All issues as text for a terminal, grouped by file, with a last line that counts them. */
export function formatIssues(issues: readonly Issue[]): string {
	const lines: string[] = [];
	const sorted = [...issues].sort((a, b) => byCodePoint(a.file, b.file));
	for (const [index, issue] of sorted.entries()) {
		if (issue.file !== sorted[index - 1]?.file) lines.push(issue.file);
		lines.push(`  ${issue.path === '' ? '' : `${issue.path}: `}${issue.message}`);
		if (issue.fix !== undefined) lines.push(`    fix: ${issue.fix}`);
	}
	lines.push(`${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`);
	return lines.join('\n');
}
