/** Keys whose text is made by machines or belongs to a closed list; no one writes prose there. */
const NOT_PROSE = new Set([
	'id',
	'report',
	'edtf',
	'anchor',
	'published',
	'sha256',
	'url',
	'language',
	'derived',
	'said',
]);

/** Every text that people wrote in a value, with its path such as `claims[2].paraphrase`. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((item, i) => textsOf(item, `${path}[${i}]`));
	return Object.entries(value).flatMap(([key, child]) =>
		NOT_PROSE.has(key) ? [] : textsOf(child, path === '' ? key : `${path}.${key}`),
	);
}
