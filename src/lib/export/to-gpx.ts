import type { IncidentFeature } from '../model/feature.ts';
import { cellOf, type Column } from './column.ts';
import { ATLAS, type ExportContext, type ExportFile, LICENCE_URL, sentencesAbout, titleOf } from './export-context.ts';
import { fileName } from './file-name.ts';
import { flatColumns } from './incident-columns.ts';
import { element, textElement, xmlText } from './xml.ts';

const NAMESPACES = {
	xmlns: 'http://www.topografix.com/GPX/1/1',
	'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
	'xmlns:atlas': 'urn:escalation-atlas:incident',
	'xsi:schemaLocation': 'http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd',
};

/**
 * A waypoint for each incident that has a place, with its other properties as extensions. GPX wants an hour with a time
 * and we know none, so the date stands among the extensions and in the description, never as a time.
 */
export function toGpx(context: ExportContext): ExportFile[] {
	return [{ name: fileName(context, '.gpx'), mediaType: 'application/gpx+xml', chunks: waypoints(context) }];
}

async function* waypoints(context: ExportContext): AsyncGenerator<string> {
	const columns = flatColumns(context).filter(({ name }) => name !== 'longitude' && name !== 'latitude');
	const opening = element('gpx', { version: '1.1', creator: ATLAS, ...NAMESPACES }, ' ').replace(/ <\/gpx>$/, '\n');
	yield '<?xml version="1.0" encoding="UTF-8"?>\n' + opening;
	yield element('metadata', {}, metadata(context)) + '\n';
	for await (const feature of context.features) {
		if (feature.geometry !== null) yield waypoint(feature, feature.geometry.coordinates, columns);
	}
	yield '</gpx>\n';
}

function metadata(context: ExportContext): string {
	const about = [
		...sentencesAbout(context),
		'Incidents without a place, areas, claims, statements and totals are left out: GPX holds points only.',
	].join('\n');
	const year = textElement('year', context.exportedOn.slice(0, 4));
	if (context.importedFrom !== undefined) return textElement('name', titleOf(context)) + textElement('desc', about);
	return (
		textElement('name', ATLAS) +
		textElement('desc', about) +
		element('author', {}, textElement('name', ATLAS)) +
		element('copyright', { author: ATLAS }, year + textElement('license', LICENCE_URL)) +
		element('link', { href: context.permalink }, textElement('text', 'The same view again'))
	);
}

function waypoint(
	feature: IncidentFeature,
	[lng, lat]: readonly [number, number],
	columns: readonly Column<IncidentFeature>[],
): string {
	const { properties: p } = feature;
	const extensions = columns.flatMap((column) => {
		const cell = cellOf(column, feature);
		return cell === null || cell === '' ? [] : [element(`atlas:${column.name}`, {}, xmlText(String(cell)))];
	});
	const content =
		textElement('name', p.title) +
		textElement('desc', `${p.date_edtf}. ${p.summary}`) +
		textElement('type', p.kind) +
		element('extensions', {}, extensions.join(''));
	return element('wpt', { lat: decimal(lat), lon: decimal(lng) }, content) + '\n';
}

/** Without an exponent, which the schema of GPX has no room for. */
function decimal(degrees: number): string {
	return /e/.test(String(degrees)) ? degrees.toFixed(12) : String(degrees);
}
