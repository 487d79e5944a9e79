import type { IncidentFeature } from '../../model/feature.ts';
import type {
	Attribution,
	ClaimantKind,
	DatePrecision,
	GeoPrecision,
	Grading,
	Kind,
	Stance,
} from '../../model/vocabulary.ts';

type Example = { readonly id: string; readonly title: string } | null;

/** A record from the data for each code that has one. */
export interface MethodExamples {
	readonly attribution: Readonly<Record<Attribution, Example>>;
	readonly grading: Readonly<Record<Grading, Example>>;
	readonly kinds: Readonly<Record<Kind, Example>>;
	readonly geo: Readonly<Record<GeoPrecision, Example>>;
	readonly date: Readonly<Record<DatePrecision, Example>>;
	readonly stances: Readonly<Record<Stance, Example>>;
	readonly claimants: Readonly<Record<ClaimantKind, Example>>;
}

/** What of an incident bears on its weight in the intensity curve. */
export type WeighedIncident = Pick<
	IncidentFeature['properties'],
	'title' | 'kind' | 'outcome' | 'grading' | 'killed_low' | 'killed_high'
>;

/** An incident whose figures show a part of the toll rule at work. */
export interface MethodToll {
	readonly shows: 'total' | 'besides' | 'part' | 'denial' | 'open' | 'unknown';
	readonly record: Example;
	readonly killed: { readonly low: number | null; readonly best: number | null; readonly high: number | null };
}
