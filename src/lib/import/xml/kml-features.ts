import type { OriginalObject } from '../../model/original.ts';
import { quoteCell } from '../cells/clean-cell.ts';
import type { ForeignFeature } from '../feature/foreign-feature.ts';
import { ImportError } from '../format.ts';
import { readXml, type XmlHandlers, type XmlTag } from './guarded-xml.ts';
import type { Rejection } from '../imported-row.ts';
import { kmlGeometryOf } from './kml-coordinates.ts';
import { isOwnAddition, ownKmlProperties } from './own-kml.ts';
import type { SourceFile } from '../source-file.ts';
import { columnNames } from '../table/table-header.ts';
import { childrenOf, textOfChild, type XmlNode, XmlTree } from './xml-tree.ts';

/** Names of the properties that a Placemark's own elements become. */
export const KML_ROLES = { title: 'name', summary: 'description', date: 'begin', dateEnd: 'end' } as const;

type Met = ForeignFeature | Rejection;
/** A value by its name, in order; names may come again. */
type Pairs = [name: string, value: string][];

interface Container {
	readonly element: string;
	name: string;
	time: XmlNode | null;
}

const CONTAINERS = new Set(['kml', 'Document', 'Folder', 'Update', 'Create', 'NetworkLinkControl']);
const TIMES = new Set(['TimeStamp', 'TimeSpan']);
/** What a map shows and no incident is; each is named among the rows left out. */
const NO_PLACEMARKS: Readonly<Record<string, string>> = {
	NetworkLink:
		'It is a link to another file, and is not followed: nothing is fetched. Load that file yourself and bring it too.',
	GroundOverlay: 'It is a picture laid over the ground and no incident.',
	ScreenOverlay: 'It is a picture laid over the screen and no incident.',
	PhotoOverlay: 'It is a photograph in the landscape and no incident. Give its place as a Placemark.',
	Tour: 'It is a flight over the map and no incident.',
};
const ADDRESSES = /^https?:\/\//i;
const OPEN_BEGIN =
	'The TimeSpan has an end and no beginning, so that nothing says when it began. Give <begin>, or a <TimeStamp>.';

/**
 * The Placemarks of a KML document in the order of the file, wherever they lie in folders, with `from` as the number of
 * the one before the first. Styles, icons and views are passed over, and no address is ever followed; of links only
 * those to `parts`, which lie in the same archive and are read from there, are passed over too.
 */
export async function* kmlFeatures(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
	from = 0,
	parts: ReadonlySet<string> = new Set(),
): AsyncGenerator<Met[]> {
	yield* readXml(source, signal, onprogress, (emit) => placemarkHandlers(emit, from, parts));
}

function placemarkHandlers(emit: (met: Met) => void, from: number, parts: ReadonlySet<string>): XmlHandlers {
	const containers: Container[] = [];
	let number = from;
	let tree: XmlTree | null = null;
	let isRoot = true;
	/** Elements inside something that is passed over. */
	let passed = 0;
	const finish = (node: XmlNode, fault: string | null) => {
		const container = containers.at(-1);
		if (node.name === 'name' && container) container.name = quoteCell(node.text.trim());
		else if (TIMES.has(node.name) && container) container.time = node;
		else if (node.name === 'Placemark') {
			const names = containers.map(({ name }) => name);
			if (isOwnAddition(names)) return;
			const time = containers.findLast((each) => each.time !== null)?.time ?? null;
			emit(placemarkOf(node, fault, ++number, names, time));
		} else if (node.name in NO_PLACEMARKS) {
			const href = textOfChild(childrenOf(node, 'Link', 'Url')[0], 'href') ?? '';
			if (parts.has(href.replace(/^\.\//, ''))) return;
			const value = quoteCell(href || textOfChild(node, 'name'));
			emit({ number: ++number, column: node.name, value, reason: NO_PLACEMARKS[node.name]! });
		}
	};
	return {
		open(tag: XmlTag) {
			if (isRoot && !CONTAINERS.has(tag.name) && tag.name !== 'Placemark') {
				throw new ImportError(`It is an XML document of <${quoteCell(tag.name)}> and not of <kml>. Save it as KML.`);
			}
			isRoot = false;
			if (tree !== null) tree.open(tag);
			else if (passed > 0) passed++;
			else if (tag.name === 'Placemark' || Object.hasOwn(NO_PLACEMARKS, tag.name)) (tree = new XmlTree()).open(tag);
			else if (CONTAINERS.has(tag.name)) containers.push({ element: tag.name, name: '', time: null });
			else if (tag.name === 'name' || TIMES.has(tag.name)) (tree = new XmlTree()).open(tag);
			else passed = 1;
		},
		text(text) {
			tree?.text(text);
		},
		close() {
			if (tree !== null) {
				const node = tree.close();
				if (node === null) return;
				const { fault } = tree;
				tree = null;
				finish(node, fault);
			} else if (passed > 0) passed--;
			else containers.pop();
		},
	};
}

function placemarkOf(
	node: XmlNode,
	fault: string | null,
	number: number,
	folders: readonly string[],
	inherited: XmlNode | null,
): Met {
	const title = textOfChild(node, 'name') ?? '';
	if (fault !== null) return { number, column: 'Placemark', value: quoteCell(title), reason: fault };
	const geometry = kmlGeometryOf(node);
	if (geometry !== null && 'reason' in geometry) {
		return { number, column: 'coordinates', value: quoteCell(title), reason: geometry.reason };
	}
	const own = ownKmlProperties(node);
	if (own !== null) return { number, id: null, geometry, properties: own };
	const times = timesOf(node, inherited);
	if ('reason' in times) return { number, column: 'TimeSpan', value: quoteCell(times.value), reason: times.reason };
	const pairs: Pairs = [];
	const add = (name: string, value: string | null | undefined) => {
		if (value !== undefined && value !== null && value !== '') pairs.push([name, value]);
	};
	add('name', title);
	add('description', textOfChild(node, 'description'));
	add('begin', times.begin);
	add('end', times.end);
	for (const name of ['address', 'phoneNumber', 'Snippet']) add(name, textOfChild(node, name));
	const link = childrenOf(node, 'link')[0]?.attributes['href']?.trim() ?? '';
	if (ADDRESSES.test(link)) add('link', link);
	add('folder', folders.filter((name) => name !== '').join(' / '));
	pairs.push(...extendedData(node));
	return { number, id: node.attributes['id'] ?? null, geometry, properties: objectOf(pairs) };
}

interface Times {
	readonly begin: string | null;
	readonly end: string | null;
}

/**
 * The time of the Placemark, else that of its positions, if it is a track, else that of a folder around it. A span
 * without an end gives the day it begins on.
 */
function timesOf(
	node: XmlNode,
	inherited: XmlNode | null,
): Times | { readonly reason: string; readonly value: string } {
	const time = childrenOf(node, ...TIMES)[0];
	if (time === undefined) {
		const [first, last] = trackTimes(node);
		if (first !== null) return { begin: first, end: last };
	}
	const given = time ?? inherited;
	if (given === null) return { begin: null, end: null };
	if (given.name === 'TimeStamp') return { begin: textOfChild(given, 'when') ?? null, end: null };
	const [begin, end] = [textOfChild(given, 'begin') ?? '', textOfChild(given, 'end') ?? ''];
	if (begin === '' && end !== '') return { reason: OPEN_BEGIN, value: end };
	return { begin: begin || null, end: end || null };
}

function trackTimes(node: XmlNode): [first: string | null, last: string | null] {
	const tracks = childrenOf(node, 'Track', 'MultiTrack', 'MultiGeometry').flatMap((each) =>
		each.name === 'Track' ? [each] : childrenOf(each, 'Track'),
	);
	const times = tracks.flatMap((track) => childrenOf(track, 'when').map(({ text }) => text.trim()));
	const [first, last] = [times.find((text) => text !== ''), times.findLast((text) => text !== '')];
	return [first ?? null, last === first ? null : (last ?? null)];
}

/** `Data` with a `value`, `SimpleData` of a schema, and elements of other namespaces with text in them. */
function extendedData(placemark: XmlNode): Pairs {
	const pairs: Pairs = [];
	for (const data of childrenOf(placemark, 'ExtendedData')) {
		for (const child of data.children) {
			if (child.name === 'Data') pairs.push([child.attributes['name'] ?? 'Data', textOfChild(child, 'value') ?? '']);
			else if (child.name === 'SchemaData') {
				for (const simple of childrenOf(child, 'SimpleData'))
					pairs.push([simple.attributes['name'] ?? 'SimpleData', simple.text]);
			} else if (child.children.length === 0) pairs.push([child.name, child.text.trim()]);
		}
	}
	return pairs;
}

/** Names that come again are numbered, and a name such as `__proto__` is one like any other. */
function objectOf(pairs: Pairs): OriginalObject {
	const names = columnNames(pairs.map(([name]) => name));
	return Object.fromEntries(pairs.map(([, value], index) => [names[index]!, value]));
}
