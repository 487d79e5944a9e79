import type { ExportContext } from './export-context.ts';

/** The name of an actor; of an imported one, which is its own id, the id as written. */
export function nameOf(id: string, actors: ExportContext['actors']): string {
	return actors.get(id)?.name ?? id;
}

/** Who published the reports: the publisher, or what the report is about where its text does not say. Each once. */
export function publishersOf(ids: readonly string[], reports: ExportContext['reports']): string[] {
	const names = ids.map((id) => {
		const report = reports.get(id);
		return report ? (report.publisher ?? report.label) : id;
	});
	return [...new Set(names)];
}
