import { visibleText } from '../format-problem.ts';
import type { FileReport } from './import-run.ts';

const MOST_NAMES = 10;

/** What became of a file's rows, in lines for people. */
export function reportLines(report: FileReport): string[] {
	const { file, format, read, accepted, folded, rejected, unlocated, coarse, renumbered, geocoded } = report;
	const besides = [
		`${count(unlocated)} without a place`,
		`${count(coarse)} no finer than a province`,
		...(renumbered > 0 ? [`${count(renumbered)} with an identifier taken already, numbered`] : []),
	];
	const lines = [
		`${file}: ${format}, ${count(read)} rows read: ${count(accepted)} accepted, ${count(folded)} folded, ${count(rejected)} rejected`,
		`${file}: of those accepted, ${besides.join(', ')}`,
	];
	if (geocoded !== null) {
		lines.push(`${file}: ${count(geocoded.located)} of ${count(geocoded.asked)} places named were found`);
		const most = [...geocoded.unplaced].sort((a, b) => b.rows - a.rows).slice(0, MOST_NAMES);
		for (const { name, rows, reason } of most) lines.push(`${file}:   ${name} (${count(rows)}): ${reason}`);
		const left = geocoded.unplacedNames - most.length;
		if (left > 0) lines.push(`${file}:   and ${count(left)} other names`);
	}
	return lines.map(visibleText);
}

function count(rows: number): string {
	return rows.toLocaleString('en');
}
