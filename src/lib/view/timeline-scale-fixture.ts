import * as fc from 'fast-check';
import type { Fold, TimelineScale } from './timeline-scale.ts';

/** Scales of weeks to decades, with up to six folds; a third of them without. */
export const arbitraryScale: fc.Arbitrary<Required<TimelineScale>> = fc
	.record({
		start: fc.integer({ min: -40_000, max: 40_000 }),
		stretches: fc.array(
			fc.record({ open: fc.integer({ min: 10, max: 2000 }), hidden: fc.integer({ min: 30, max: 4000 }) }),
			{ maxLength: 6 },
		),
		end: fc.integer({ min: 20, max: 4000 }),
		width: fc.integer({ min: 300, max: 3000 }),
	})
	.map(({ start, stretches, end, width }) => {
		const folds: Fold[] = [];
		let day = start;
		for (const { open, hidden } of stretches) {
			folds.push({ from: day + open, to: day + open + hidden - 1 });
			day += open + hidden;
		}
		return { domain: [start, day + end - 1], width, folds };
	});
