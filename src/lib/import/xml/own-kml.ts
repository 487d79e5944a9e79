import type { OriginalObject } from '../../model/original.ts';
import { ownProperties } from '../table/own-cells.ts';
import { childrenOf, type XmlNode } from './xml-tree.ts';

/** Schemas of our KML: those of incidents, and of what is none. */
const INCIDENTS = '#incidents';
const SCHEMAS = new Set([INCIDENTS, '#statements', '#totals']);
/** Documents of our KML that draw again what stands in the incidents. */
const DRAWN_AGAIN = new Set(['Areas within which an incident may have happened', 'Links']);
const ATLAS = 'Escalation Atlas';
/** Enough to know a record of ours by, as every one has these. */
const ALWAYS = ['id', 'title', 'date_edtf', 'date_basis', 'reports', 'claims'];

/** The properties of a Placemark that our export wrote; `null` for any other. */
export function ownKmlProperties(placemark: XmlNode): OriginalObject | null {
	const data = childrenOf(placemark, 'ExtendedData')[0];
	const schema = childrenOf(data, 'SchemaData')[0];
	const url = schema?.attributes['schemaUrl'] ?? '';
	if (schema === undefined || !SCHEMAS.has(url)) return null;
	const cells = new Map(
		childrenOf(schema, 'SimpleData').map(({ attributes, text }) => [attributes['name'] ?? '', text]),
	);
	if (!ALWAYS.every((name) => cells.has(name))) return null;
	return ownProperties((name) => cells.get(name), cells.keys(), url === INCIDENTS);
}

/** Whether a Placemark in these folders is one of those that our export draws beside the incidents themselves. */
export function isOwnAddition(folders: readonly string[]): boolean {
	return folders.includes(ATLAS) && DRAWN_AGAIN.has(folders.at(-1) ?? '');
}
