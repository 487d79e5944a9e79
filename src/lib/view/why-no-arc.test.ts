import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkFixture, statementFixture } from './chain-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { linkArcs } from './link-arcs.ts';
import { whyNoArc } from './why-no-arc.ts';

const at = (lng: number) => ({ geometry: { type: 'Point' as const, coordinates: [lng, 33] as [number, number] } });
const here = { ...incidentFixture('here', 100), ...at(44) };
const there = { ...incidentFixture('there', 101), ...at(35) };

test('names what stands against a line', () => {
	expect(whyNoArc(here, there)).toBeNull();
	expect(whyNoArc(here, { ...there, ...at(44) })).toBe('same-place');
	expect(whyNoArc(here, { ...there, geometry: null })).toBe('unlocated');
	const country = { ...there, properties: { ...there.properties, geo_precision: 'country' as const } };
	expect(whyNoArc(country, here)).toBe('area');
	expect(whyNoArc(here, statementFixture('s', '2024-01-01', '2024-01-01'))).toBe('statement');
});

test('says so exactly where no arc is drawn', () => {
	const end = fc.record({
		lng: fc.option(fc.constantFrom(35, 44)),
		geo_precision: fc.constantFrom('site', 'town', 'district', 'country'),
	});
	fc.assert(
		fc.property(end, end, (a, b) => {
			const [cause, answer] = [a, b].map(({ lng, geo_precision }, i) => {
				const responds_to = i === 1 ? [linkFixture({ id: 'end-0' })] : [];
				const feature = incidentFixture(`end-${i}`, 100 + i, 100 + i, { geo_precision, responds_to });
				return lng === null ? { ...feature, geometry: null } : { ...feature, ...at(lng) };
			});
			expect(whyNoArc(cause!, answer!) === null).toBe(linkArcs(buildIncidentTable([cause!, answer!])).length === 1);
		}),
	);
});
