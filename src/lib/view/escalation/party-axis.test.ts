import { expect, test } from 'vitest';
import { incidentFixture } from '../incident-fixture.ts';
import { buildIncidentTable } from '../incident-table.ts';
import { filterFailures } from '../select.ts';
import { NO_FILTERS } from '../view.ts';
import { partyAxis, suitedGrouping } from './party-axis.ts';

const by = (...perpetrators: string[]) => ({ perpetrators });
const many = Array.from({ length: 30 }, (_, n) =>
	incidentFixture(`many-${n}`, 100 + n, 100 + n, by(`group-${n}`, ...(n < 3 ? ['frequent'] : []))),
);

test('few actors have a line each, many are grouped by side', () => {
	const few = buildIncidentTable([incidentFixture('a', 1, 1, by('one', 'two'))]);
	expect([suitedGrouping(few), suitedGrouping(buildIncidentTable(many))]).toEqual(['actors', 'sides']);
});

test('beyond sixteen actors the less frequent share a line, which the filter cannot take', () => {
	const table = buildIncidentTable(many);
	const { parties, partyOf } = partyAxis(table, 'perpetrators', new Uint8Array(30), new Map(), 'actors');
	expect(parties).toHaveLength(17);
	expect(parties[0]).toEqual({ key: 'frequent', kind: 'actor', ids: ['frequent'] });
	expect(parties.at(-1)).toEqual({ key: 'rest', kind: 'rest', ids: null });
	expect(partyOf.filter((party) => party === 16)).toHaveLength(15);
});

test('a side with very many actors has a line, but no filter', () => {
	const table = buildIncidentTable(
		Array.from({ length: 70 }, (_, n) => incidentFixture(`n-${n}`, 100, 100, by(`group-${n}`))),
	);
	const { parties } = partyAxis(table, 'perpetrators', new Uint8Array(70), new Map(), 'sides');
	expect(parties).toEqual([{ key: 'other', kind: 'side', ids: null }]);
});

test('a filter on parties leaves the axis as it is, other filters narrow it', () => {
	const table = buildIncidentTable([
		incidentFixture('a', 1, 1, { ...by('one'), kind: 'protest' }),
		incidentFixture('b', 2, 2, by('two')),
		incidentFixture('c', 3, 3),
	]);
	const keysUnder = (filters: object) => {
		const failures = filterFailures(table, { ...NO_FILTERS, ...filters });
		return partyAxis(table, 'perpetrators', failures, new Map(), 'actors').parties.map(({ key }) => key);
	};
	expect(keysUnder({ by: ['one'] })).toEqual(['one', 'two', 'unnamed']);
	expect(keysUnder({ kind: ['protest'] })).toEqual(['one']);
});
