import type { ExportFile } from '../export/to-geojson.ts';

/** Hands a file to the browser to save. */
export function saveFile(file: ExportFile): void {
	const url = URL.createObjectURL(new Blob([file.text], { type: 'application/geo+json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
