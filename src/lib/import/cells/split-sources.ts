const LONGEST_QUOTED = 10_000;
const LONGEST_ADDRESS = 2000;
/** An address that is neither of the web nor mail: nothing to follow, whatever it would do. */
const OTHER_ADDRESS = /^(?:javascript|data|vbscript|file|blob|about|view-source|filesystem):/i;
const QUOTED = new RegExp(`"(?:[^"]|""){0,${LONGEST_QUOTED}}"(?=\\s*(?:;|$))`, 'y');
const WEB_ADDRESS = /^https?:\/\/\S*$/i;

/**
 * The sources of one cell, all of them and in order, parted by semicolons as ACLED and UCDP do. Semicolons within
 * quotation marks (`"Reuters; AFP";"VDC"`) and within a web address do not part. Addresses such as `javascript:` are
 * left out.
 */
export function splitSources(cell: string): string[] {
	const sources: string[] = [];
	let from = 0;
	let at = 0;
	const take = (end: number) => {
		const source = unquote(cell.slice(from, end).trim());
		if (source !== '' && !isNothing(source) && !OTHER_ADDRESS.test(source)) sources.push(source);
	};
	while (at < cell.length) {
		if (cell[at] === '"' && cell.slice(from, at).trim() === '') {
			QUOTED.lastIndex = at;
			const quoted = QUOTED.exec(cell);
			if (quoted) {
				at += quoted[0].length;
				continue;
			}
		}
		if (cell[at] === ';' && !isWithinAddress(cell, from, at)) {
			take(at);
			from = at + 1;
		}
		at++;
	}
	take(cell.length);
	return sources;
}

/** `https://a.example/x;y=1` goes on after its semicolon; `https://a.example; https://b.example` does not. */
function isWithinAddress(cell: string, from: number, at: number): boolean {
	const next = cell[at + 1];
	if (next === undefined || at - from > LONGEST_ADDRESS || /[\s";]/.test(next)) return false;
	if (/^https?:/i.test(cell.slice(at + 1, at + 7))) return false;
	return WEB_ADDRESS.test(cell.slice(from, at).trim());
}

function unquote(source: string): string {
	if (source.length < 2 || !source.startsWith('"') || !source.endsWith('"')) return source;
	return source.slice(1, -1).replaceAll('""', '"').trim();
}

function isNothing(source: string): boolean {
	return /^(?:nan|na|n\/a|null|none)$/i.test(source);
}
