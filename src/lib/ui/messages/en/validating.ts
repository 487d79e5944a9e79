const number = new Intl.NumberFormat('en');

function counted(count: number, one: string, many: string): string {
	return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** Strings of checking a GeoJSON file. */
export const validating = {
	heading: 'Check GeoJSON',
	intro: 'See what a GeoJSON file has wrong by RFC 7946, without adding it to the map.',
	choose: 'Choose a file to check',
	again: 'Check another file',
	back: 'Back',
	checking: (file: string) => `Checking ${file}`,
	fixing: (file: string) => `Writing a fixed copy of ${file}`,
	progress: (percent: number) => `${percent}%`,
	cancel: 'Cancel',
	sound: (file: string, features: number) =>
		features === 0
			? `${file} has no problems.`
			: `${file} has no problems in ${counted(features, 'feature', 'features')}.`,
	found: (file: string, errors: number, warnings: number, features: number) =>
		`${file} has ${[
			...(errors > 0 ? [counted(errors, 'error', 'errors')] : []),
			...(warnings > 0 ? [counted(warnings, 'warning', 'warnings')] : []),
		].join(' and ')}${features === 0 ? '' : ` in ${counted(features, 'feature', 'features')}`}.`,
	listed: (shown: number, all: number) =>
		shown === all ? '' : `The first ${number.format(shown)} of ${number.format(all)} are listed.`,
	severities: { error: 'Error', warning: 'Warning' },
	whole: 'the file',
	line: (line: number, column: number) => `line ${number.format(line)}, column ${number.format(column)}`,
	section: (section: string) => (/^\d/u.test(section) ? `RFC 7946, ${section}` : section),
	fix: 'To fix it:',
	isFixable: 'The fixed copy does this.',
	save: (count: number) => `Save a copy with ${counted(count, 'problem', 'problems')} fixed`,
	safe: 'A fixed copy changes only what can be changed without changing what is meant. Your own file stays as it is.',
	nothingSafe: 'None of these can be fixed without knowing what is meant.',
	saved: (name: string, errors: number, warnings: number) =>
		errors + warnings === 0
			? `Saved ${name}, without problems.`
			: `Saved ${name}; ${counted(errors + warnings, 'problem is', 'problems are')} left in it.`,
	copyName: (file: string) => `${file.replace(/\.[^.]*$/u, '')}-fixed.geojson`,
	failed: (file: string, reason: string) => `${file} could not be checked: ${reason}`,
	previous: 'Previous problems',
	next: 'Next problems',
	page: (from: number, to: number, all: number) =>
		`${number.format(from)} to ${number.format(to)} of ${number.format(all)}`,
};
