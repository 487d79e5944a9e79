/** The text of `geodata/README.md`. */
export function dictionary(): string {
	return '# Data dictionary\n';
}
