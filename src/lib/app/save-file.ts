/** Hands a file to the browser to save. */
export function saveFile({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
