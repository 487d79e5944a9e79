import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Actor } from '../../lib/model/actor.ts';
import { byCodePoint } from '../../lib/model/code-point-order.ts';
import type { Correction } from '../../lib/model/correction.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../../lib/model/feature.ts';
import type { PlaceFeature } from '../../lib/model/layer-feature.ts';
import type { Place } from '../../lib/model/place.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import type { Report } from '../../lib/model/report.ts';
import type { AnyFeature } from '../../lib/view/links-to.ts';
import { readGeodata } from '../read-geodata.ts';

/** All that pages are made of. */
export interface PageAtlas {
	readonly root: string;
	/** By date and id. */
	readonly features: readonly AnyFeature[];
	readonly featureById: ReadonlyMap<string, AnyFeature>;
	readonly sourceById: ReadonlyMap<string, AtlasRecord>;
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Report>;
	/** Places at which incidents are drawn. */
	readonly places: ReadonlyMap<string, PlaceFeature>;
	readonly curated: ReadonlyMap<string, Place>;
	/** What was added, changed, renamed and removed, oldest first. */
	readonly corrections: readonly Correction[];
	/** Where an incident may have been, by its id, if that is wider than a town. */
	readonly areas: ReadonlyMap<string, Polygon | MultiPolygon>;
}

let known: PageAtlas | null = null;

/** Everything in `geodata/` below the working directory; read once. */
export function pageAtlas(): PageAtlas {
	known ??= readPageAtlas(process.cwd());
	return known;
}

function readPageAtlas(root: string): PageAtlas {
	const { data, issues } = readGeodata(root);
	if (issues.length > 0) throw new Error(`geodata cannot be read; npm run check says what is wrong`);
	const features: AnyFeature[] = [
		...layer<IncidentFeature>(root, 'incidents'),
		...layer<StatementFeature>(root, 'statements'),
		...layer<AggregateFeature>(root, 'aggregates'),
	].sort((a, b) => byCodePoint(a.properties.date_start, b.properties.date_start) || byCodePoint(a.id, b.id));
	const areas = JSON.parse(layerText(root, 'areas')) as FeatureCollection<Polygon | MultiPolygon>;
	return {
		root,
		features,
		featureById: byId(features),
		sourceById: byId(data.records.map(({ value }) => value)),
		actors: byId(data.actors.flatMap(({ value }) => value.actors)),
		reports: byId(data.reports.map(({ value }) => value)),
		places: byId(layer<PlaceFeature>(root, 'places')),
		curated: byId(data.places.flatMap(({ value }) => value.features)),
		corrections: data.corrections.flatMap(({ value }) => value.corrections),
		areas: new Map(areas.features.map(({ id, geometry }) => [String(id), geometry])),
	};
}

/** ISO date of the latest change of any of the records, `null` where none is on file. */
export function latestChange(ids: readonly string[], { corrections }: PageAtlas): string | null {
	return corrections.findLast(({ record }) => ids.includes(record))?.date ?? null;
}

/** The text of a built layer. */
export function layerText(root: string, name: string): string {
	return readFileSync(join(root, `geodata/layers/${name}.geojson`), 'utf8');
}

function layer<F>(root: string, name: string): F[] {
	return (JSON.parse(layerText(root, name)) as { features: F[] }).features;
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
	return new Map(items.map((item) => [item.id, item]));
}
