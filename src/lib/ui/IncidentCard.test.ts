import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { FIXTURE_START, incidentFixture } from '../view/incident-fixture.ts';
import type { AnyFeature } from '../view/links-to.ts';
import type { RecordReading } from '../view/record-reading.ts';
import IncidentCard from './IncidentCard.svelte';
import { card } from './messages/en/card.ts';
import { chain } from './messages/en/chain.ts';
import { vocabulary } from './messages/en/vocabulary.ts';

const report: Report = {
	id: 'report-one',
	label: 'A made-up report',
	publisher: null,
	kind: 'unknown',
	published: '2024-08-01',
	published_basis: 'Made up.',
	language: 'en',
	url: null,
	sha256: '0'.repeat(64),
	outline: [9],
	note: null,
};

function claim(id: string, name: string, stance: Claim['stance']): Claim {
	return {
		id,
		report: 'report-one',
		paragraph: 4,
		sentence: 2,
		claimant: { actor: null, name },
		claimant_kind: 'official-named',
		via: null,
		said: null,
		stance,
		hedged: false,
		topic: 'perpetrator',
		value: ['someone'],
		paraphrase: `${name} spoke.`,
	};
}

const PLAINLY_READ: RecordReading = {
	figure: 'best',
	sources: 1,
	knownOn: null,
	isLeftOut: false,
	setAside: new Map(),
	later: 0,
};

/** The card's markup without comments, each run of white space made one space. */
function cardOf(record: AnyFeature, reading: Partial<RecordReading> | null = null): string {
	const { body } = render(IncidentCard, {
		props: {
			record,
			actors: new Map(),
			reports: new Map([[report.id, report]]),
			titleOf: () => null,
			reading: reading && { ...PLAINLY_READ, ...reading },
			language: 'en',
			m: card,
			words: chain,
			vocabulary,
			onclose: () => undefined,
			onselect: () => undefined,
		},
	});
	return body.replace(/<!--.*?-->/gu, '').replace(/\s+/gu, ' ');
}

test('sets claims that contradict each other on sides of their own', () => {
	const html = cardOf(
		incidentFixture('one', FIXTURE_START, undefined, {
			claims: [claim('c1', 'First', 'asserts'), claim('c2', 'Second', 'denies')],
		}),
	);
	expect(html).toContain(card.agreement.contradict);
	expect(html.match(/class="side /gu)?.length ?? 0).toBeGreaterThanOrEqual(2);
	expect(html).toContain(card.denied);
	expect(html).toContain('paragraph 4, sentence 2');
	expect(html).toContain('A made-up report');
	expect(html.match(/A made-up report/gu)).toHaveLength(1);
});

test('an unknown toll is not stated and never zero', () => {
	const html = cardOf(incidentFixture('one', FIXTURE_START));
	expect(html).toMatch(/Killed<\/th>.{0,80}not stated/u);
	expect(html).not.toMatch(/>0</u);
});

test('an open toll says so', () => {
	const html = cardOf(incidentFixture('one', FIXTURE_START, undefined, { killed_low: 91, killed_best: 91 }));
	expect(html).toContain(card.open);
});

test('a claim tells its kind of claimant, kind of report and when it was said', () => {
	const said = { ...claim('c1', 'First', 'asserts'), said: '2024-07-30' };
	const html = cardOf(incidentFixture('one', FIXTURE_START, undefined, { claims: [said] }));
	expect(html).toContain(vocabulary.claimantKinds['official-named']);
	expect(html).toContain(vocabulary.reportKinds.unknown);
	expect(html).toContain('said 30 Jul 2024');
});

const twoClaims = incidentFixture('one', FIXTURE_START, undefined, {
	claims: [claim('c1', 'First', 'asserts'), claim('c2', 'Second', 'denies')],
});

test('a claim that does not count stays in its place, with the reason', () => {
	const html = cardOf(twoClaims, { sources: 2, setAside: new Map([['c1', 'few-sources']]) });
	expect(html.match(/Set aside: fewer than 2 sources/gu)).toHaveLength(1);
	expect(html).toContain('Second spoke.');
	expect(cardOf(twoClaims)).not.toContain('Set aside');
});

test('as known on a day the card says what came later, and that its words are of today', () => {
	const html = cardOf(twoClaims, { knownOn: FIXTURE_START, later: 3 });
	expect(html).toContain('3 claims came later.');
	expect(html).toContain('with what is known today');
});

test('a record that the reading leaves out says so', () => {
	expect(cardOf(twoClaims, { isLeftOut: true })).toContain(card.leftOut);
	expect(cardOf(twoClaims, {})).not.toContain(card.leftOut);
});

test('the figure that the reading takes stands out', () => {
	const open = incidentFixture('one', FIXTURE_START, undefined, { killed_low: 1, killed_best: 91 });
	const chosen = (html: string) => /<td class="[^"]*chosen[^"]*">([^<]*)</u.exec(html)?.[1]?.trim();
	expect(chosen(cardOf(open, { figure: 'low' }))).toBe('1');
	expect(chosen(cardOf(open))).toBe('91');
	expect(chosen(cardOf(open, { figure: 'high' }))).toBe('91 or more');
});

test('text from data stays text, and nothing needs a style attribute', () => {
	const html = cardOf(incidentFixture('one', FIXTURE_START, undefined, { title: '<img src=x onerror=alert(1)>' }));
	expect(html).not.toContain('<img');
	expect(html).not.toMatch(/ style=/u);
});

test('the editor’s note is set apart from what the reports say', () => {
	const html = cardOf(incidentFixture('one', FIXTURE_START, undefined, { editor_note: 'Known from elsewhere.' }));
	expect(html).toMatch(/<aside.*From elsewhere, not in the reports.*Known from elsewhere\..*<\/aside>/u);
});
