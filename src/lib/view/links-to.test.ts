import { expect, test } from 'vitest';
import { FIXTURE_START, incidentFixture } from './incident-fixture.ts';
import { linksTo, type RecordLink } from './links-to.ts';

test('turns links round', () => {
	const link: RecordLink = {
		id: 'first',
		kind: 'response-to',
		basis: 'asserted',
		asserted_by: null,
		hedged: true,
		reason: null,
		report: 'report-one',
		paragraph: 2,
		sentence: 1,
	};
	const features = [
		incidentFixture('first', FIXTURE_START),
		incidentFixture('second', FIXTURE_START + 1, undefined, { responds_to: [link, { ...link, id: 'elsewhere' }] }),
	];
	expect(linksTo('first', features)).toEqual([{ ...link, id: 'second' }]);
	expect(linksTo('second', features)).toEqual([]);
});
