import type { Attribution, Kind } from '../model/vocabulary.ts';
import type { SideOrUnnamed } from './view.ts';

/** A symbol on a locator map, in units of the drawing. */
export interface LocatorMark {
	readonly x: number;
	readonly y: number;
	/** Radius of the uncertainty in units of the drawing. */
	readonly uncertainty: number;
	/** `null` draws a plain dot, `count` incidents large. */
	readonly symbol: { readonly kind: Kind; readonly side: SideOrUnnamed; readonly attribution: Attribution } | null;
	readonly count: number;
}

/** A name on a locator map, beside its dot, or without one for a country. */
export interface LocatorLabel {
	readonly text: string;
	/** `subject` names what the map is about. */
	readonly kind: 'subject' | 'capital' | 'city' | 'country';
	/** Of the dot; of a country, the middle of its name. */
	readonly x: number;
	readonly y: number;
	/** Where the name begins or ends, right or left of the dot. */
	readonly textX: number;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** A small map that says where: everything a drawing of it needs, in units of the drawing, paths in tenths of them. */
export interface LocatorMap {
	readonly width: number;
	readonly height: number;
	readonly land: string;
	readonly water: string;
	readonly rivers: string;
	readonly provinceBorders: string;
	readonly borders: string;
	readonly disputedBorders: string;
	/** Within which outlines it happened, where no point is known. */
	readonly areas: readonly string[];
	readonly marks: readonly LocatorMark[];
	readonly labels: readonly LocatorLabel[];
	readonly scaleBar: { readonly km: number; readonly length: number };
	/** Where in the region this is; `null` where the map shows much of the region itself. */
	readonly inset: LocatorInset | null;
}

export interface LocatorInset {
	/** Top left corner in the map. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly land: string;
	readonly borders: string;
	/** What the map shows. */
	readonly shown: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
