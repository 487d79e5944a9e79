import type { OriginalObject } from '../model/original.ts';
import { quoteCell } from './cells/clean-cell.ts';
import type { ForeignFeature, ForeignFeatures } from './feature/foreign-feature.ts';
import { type Format, ImportError } from './format.ts';
import { readXml, type XmlHandlers, type XmlTag } from './xml/guarded-xml.ts';
import type { Rejection } from './imported-row.ts';
import { LIMITS } from './limits.ts';
import { ownProperties } from './table/own-cells.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';
import { columnNames } from './table/table-header.ts';
import { childrenOf, type XmlNode, XmlTree } from './xml/xml-tree.ts';

type Met = ForeignFeature | Rejection;

const ROLES = { title: 'name', summary: 'desc', date: 'time', dateEnd: 'time_end', sources: 'link' } as const;
const ROOT = /<(?:[\w.-]{1,40}:)?gpx[\s>]/;
const OURS = 'urn:escalation-atlas:incident';
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const POINTS = new Set(['trkpt', 'rtept']);
const NO_POSITION = 'It has no lat and lon in degrees, as in lat="33.3152" lon="44.3661".';

/**
 * GPX: waypoints as points, tracks and routes as lines from the time of their first point to that of their last. What a
 * receiver measured beside position and time is not kept.
 */
export const gpx: Format = {
	id: 'gpx',

	recognise({ text }) {
		return /^\s*</.test(text) && ROOT.test(text) ? 0.95 : 0;
	},

	async survey(source, signal) {
		return surveyFeatures(
			'gpx',
			features(source, signal, () => undefined),
			signal,
			{ fixed: ROLES },
		);
	},

	async read(source, options, sink) {
		await readFeatures(features(source, options.signal, sink.progress), options, sink, { fixed: ROLES });
	},
};

function features(source: SourceFile, signal: AbortSignal, onprogress: (bytes: number) => void): ForeignFeatures {
	return readXml<Met>(source, signal, onprogress, gpxHandlers);
}

function gpxHandlers(emit: (met: Met) => void): XmlHandlers {
	let number = 0;
	let depth = 0;
	let ownPrefix: string | null = null;
	let tree: XmlTree | null = null;
	let line: GpxLine | null = null;
	let isTime = false;
	let pointDepth = 0;
	return {
		open(tag: XmlTag) {
			depth++;
			if (depth === 1) {
				if (tag.name !== 'gpx') {
					throw new ImportError(`It is an XML document of <${quoteCell(tag.name)}> and not of <gpx>. Save it as GPX.`);
				}
				const own = Object.entries(tag.attributes).find(([name, value]) => value === OURS && name.startsWith('xmlns:'));
				ownPrefix = own === undefined ? null : own[0].slice('xmlns:'.length);
			} else if (line?.isInPoint === true) isTime = tag.name === 'time' && depth === pointDepth + 1;
			else if (tree !== null && line !== null && POINTS.has(tag.name)) {
				pointDepth = depth;
				line.begin(tag);
			} else if (line !== null && tag.name === 'trkseg') line.part();
			else if (tree !== null) tree.open(tag);
			else if (depth === 2 && (tag.name === 'wpt' || tag.name === 'trk' || tag.name === 'rte')) {
				tree = new XmlTree();
				tree.open(tag);
				line = tag.name === 'wpt' ? null : new GpxLine();
			}
		},
		text(text) {
			if (line?.isInPoint === true) {
				if (isTime) line.time(text);
			} else tree?.text(text);
		},
		close(name) {
			const closed = depth--;
			if (tree === null) return;
			if (line?.isInPoint === true) {
				isTime = false;
				if (closed === pointDepth) line.end();
				return;
			}
			if (line !== null && name === 'trkseg') return;
			const node = tree.close();
			if (node === null) return;
			const fault = tree.fault ?? line?.fault ?? null;
			emit(fault === null ? featureOf(node, line, ++number, ownPrefix) : rejection(node, ++number, fault));
			tree = null;
			line = null;
		},
	};
}

/** Gathers the points of a track or route, of which only position and time are kept. */
class GpxLine {
	readonly parts: [number, number][][] = [];
	fault: string | null = null;
	#count = 0;
	#point: { lng: number; lat: number; time: string } | null = null;
	first = '';
	last = '';

	get isInPoint(): boolean {
		return this.#point !== null;
	}

	part(): void {
		this.parts.push([]);
	}

	begin({ attributes }: XmlTag): void {
		const position = positionOf(attributes);
		if (position === null) this.fault ??= `Its point ${this.#count + 1} is no position. ${NO_POSITION}`;
		if (++this.#count > LIMITS.positions) {
			this.fault ??= `It has more than ${LIMITS.positions.toLocaleString('en')} points, the most that are read of one. Split it.`;
		}
		this.#point = { lng: position?.[0] ?? 0, lat: position?.[1] ?? 0, time: '' };
	}

	time(text: string): void {
		if (this.#point !== null && this.#point.time.length < 100) this.#point.time += text;
	}

	end(): void {
		const point = this.#point;
		this.#point = null;
		if (point === null || this.fault !== null) return;
		if (this.parts.length === 0) this.part();
		this.parts.at(-1)!.push([point.lng, point.lat]);
		const time = point.time.trim();
		if (time === '') return;
		if (this.first === '') this.first = time;
		this.last = time;
	}

	/** Parts of a single point are left out beside longer ones. */
	get geometry(): object | null {
		const lines = this.parts.filter(({ length }) => length > 1);
		const [only, ...others] = lines;
		if (only !== undefined) {
			return others.length === 0
				? { type: 'LineString', coordinates: only }
				: { type: 'MultiLineString', coordinates: lines };
		}
		const point = this.parts.flat()[0];
		return point === undefined ? null : { type: 'Point', coordinates: point };
	}
}

function featureOf(node: XmlNode, line: GpxLine | null, number: number, ownPrefix: string | null): Met {
	const position = line === null ? positionOf(node.attributes) : null;
	if (line === null && position === null) {
		const { lat = '', lon = '' } = node.attributes;
		return { number, column: 'wpt', value: quoteCell(`${lat}, ${lon}`), reason: NO_POSITION };
	}
	const geometry = line === null ? { type: 'Point', coordinates: position } : line.geometry;
	const extensions = childrenOf(node, 'extensions').flatMap(({ children }) => children);
	const own = ownPrefix === null ? null : ownWaypoint(extensions, ownPrefix);
	if (own !== null) return { number, id: null, geometry, properties: own };
	const pairs: [string, string][] = node.children.flatMap((child): [string, string][] => {
		if (child.name === 'extensions') return [];
		if (child.name === 'link') return [['link', child.attributes['href']?.trim() ?? '']];
		return child.children.length > 0 ? [] : [[child.name, child.text.trim()]];
	});
	if (line !== null) {
		if (line.first !== '') pairs.push(['time', line.first]);
		if (line.last !== line.first) pairs.push(['time_end', line.last]);
	}
	for (const leaf of leavesOf(extensions)) pairs.push([leaf.name, leaf.text.trim()]);
	const filled = pairs.filter(([, value]) => value !== '');
	const names = columnNames(filled.map(([name]) => name));
	return {
		number,
		id: null,
		geometry,
		properties: Object.fromEntries(filled.map(([, value], index) => [names[index]!, value])),
	};
}

/** The properties of a waypoint that our export wrote; `null` for any other. */
function ownWaypoint(extensions: readonly XmlNode[], prefix: string): OriginalObject | null {
	const cells = new Map(extensions.filter((each) => each.prefix === prefix).map(({ name, text }) => [name, text]));
	if (!['id', 'title', 'date_edtf', 'date_basis'].every((name) => cells.has(name))) return null;
	return ownProperties((name) => cells.get(name), cells.keys(), false);
}

function leavesOf(nodes: readonly XmlNode[]): XmlNode[] {
	return nodes.flatMap((node) => (node.children.length === 0 ? [node] : leavesOf(node.children)));
}

function positionOf(attributes: XmlTag['attributes']): [lng: number, lat: number] | null {
	const [lng, lat] = [attributes['lon']?.trim() ?? '', attributes['lat']?.trim() ?? ''];
	return NUMBER.test(lng) && NUMBER.test(lat) ? [Number(lng), Number(lat)] : null;
}

function rejection(node: XmlNode, number: number, reason: string): Rejection {
	const name = childrenOf(node, 'name')[0]?.text.trim();
	return { number, column: node.name, value: quoteCell(name), reason };
}
