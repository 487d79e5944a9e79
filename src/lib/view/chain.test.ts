import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import type { StatementFeature } from '../model/feature.ts';
import { type Chain, chainOf, storySpan } from './chain.ts';
import { claimFixture, dataFixture, linkFixture, statementFixture } from './chain-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import type { AnyFeature, RecordLink } from './links-to.ts';

const day = (iso: string) => parseDay(iso)!;
const incident = (id: string, on: string, links: RecordLink[] = [], until = on) =>
	incidentFixture(id, day(on), day(until), { responds_to: links });
const answers = (id: string, parts: Partial<RecordLink> = {}) => linkFixture({ id, ...parts });
const idsOf = (chain: Chain | null) => chain?.steps.map(({ record }) => record.id);

/** An embassy is struck, an attack follows, is answered, met, and commented on; another answer to the first beside it. */
const story: AnyFeature[] = [
	incident('a-interception', '2024-04-19'),
	incident('embassy', '2024-04-01'),
	incident('attack', '2024-04-13', [answers('embassy')], '2024-04-14'),
	incident('reply', '2024-04-19', [
		answers('attack', { kind: 'follows' }),
		answers('a-interception', { kind: 'intercepted-by' }),
	]),
	incident('second-site', '2024-04-19', [answers('reply', { kind: 'same-salvo' })]),
	statementFixture('warning', '2024-04-19', '2024-04-20', { responds_to: [answers('reply')] }),
	incident('other-answer', '2024-04-03', [answers('embassy')]),
	incident('elsewhere', '2024-04-15'),
];

test('runs from the first through every answer to the last, in order of time, none before what it answers', () => {
	expect(idsOf(chainOf('embassy', dataFixture(story)))).toEqual([
		'embassy',
		'other-answer',
		'attack',
		'reply',
		'a-interception',
		'second-site',
		'warning',
	]);
});

test('told from the middle it has what came before and after, and no other answers to what came before', () => {
	expect(idsOf(chainOf('reply', dataFixture(story)))).toEqual([
		'embassy',
		'attack',
		'reply',
		'a-interception',
		'second-site',
		'warning',
	]);
	expect(idsOf(chainOf('other-answer', dataFixture(story)))).toEqual(['embassy', 'other-answer']);
	expect(idsOf(chainOf('second-site', dataFixture(story)))).toContain('warning');
	expect(idsOf(chainOf('a-interception', dataFixture(story)))).toEqual([
		'embassy',
		'attack',
		'reply',
		'a-interception',
		'second-site',
	]);
});

test('a record without links is a chain of one, and one that is not there is none', () => {
	expect(idsOf(chainOf('elsewhere', dataFixture(story)))).toEqual(['elsewhere']);
	expect(chainOf('nothing', dataFixture(story))).toBeNull();
});

test('each step has the links that lead to it, with the claims of the sentence', () => {
	const at = { report: 'post', paragraph: 3, sentence: 2 };
	const claims = [claimFixture({ id: 'c1', ...at }), claimFixture({ id: 'c2', ...at, sentence: 1 })];
	const cause = incidentFixture('cause', 100, 100, { claims: [claimFixture({ id: 'c9', ...at })] });
	const inferred = answers('cause', { ...at, basis: 'inferred', reason: 'Told one after the other' });
	const answer = incidentFixture('answer', 105, 105, { claims, responds_to: [inferred] });
	const [first, second] = chainOf('cause', dataFixture([cause, answer]))!.steps;
	expect(first!.links).toEqual([]);
	expect(second!.links).toMatchObject([
		{ id: 'cause', title: 'Title of cause', isBack: false, basis: 'inferred', claims: [{ id: 'c1' }] },
	]);
	const silent = { ...answer, properties: { ...answer.properties, claims: [] } };
	expect(chainOf('cause', dataFixture([cause, silent]))!.steps[1]!.links[0]!.claims).toMatchObject([{ id: 'c9' }]);
});

test('the link of an interception stands at the interception, though the attack carries it', () => {
	const steps = chainOf('embassy', dataFixture(story))!.steps;
	const interception = steps.find(({ record }) => record.id === 'a-interception')!;
	expect(interception.links).toMatchObject([{ id: 'reply', kind: 'intercepted-by', isBack: true }]);
	expect(steps.find(({ record }) => record.id === 'reply')!.links.map(({ id }) => id)).toEqual(['attack']);
});

test('links in a circle, to the record itself and to nothing do no harm', () => {
	const circle = [
		incident('a', '2024-01-01', [answers('c'), answers('a'), answers('nothing')]),
		incident('b', '2024-01-01', [answers('a')]),
		incident('c', '2024-01-02', [answers('b')]),
	];
	for (const id of ['a', 'b', 'c']) expect(idsOf(chainOf(id, dataFixture(circle)))).toEqual(['a', 'b', 'c']);
	expect(chainOf('a', dataFixture(circle))!.steps.map(({ links }) => links.length)).toEqual([0, 1, 1]);
});

test('an answer known to an interval that begins too early still comes after', () => {
	const vow: StatementFeature = statementFixture('vow', '2023-10-01', '2024-08-01', { responds_to: [answers('war')] });
	const chain = chainOf('war', dataFixture([incident('war', '2023-10-07'), vow]))!;
	expect(idsOf(chain)).toEqual(['war', 'vow']);
	expect(storySpan(chain, [0, 99_999])).toEqual([day('2023-10-01'), day('2024-08-01')]);
	expect(storySpan(chain, [day('2023-10-07'), day('2024-01-01')])).toEqual([day('2023-10-07'), day('2024-01-01')]);
	const brief = chainOf(
		'attack',
		dataFixture([incident('attack', '2024-05-10'), incident('reply', '2024-05-11', [answers('attack')])]),
	)!;
	expect(storySpan(brief, [0, 99_999])).toEqual([day('2024-05-07'), day('2024-05-14')]);
});

test('the order of files makes no difference', () => {
	const forward = idsOf(chainOf('embassy', dataFixture(story)));
	expect(idsOf(chainOf('embassy', dataFixture([...story].reverse())))).toEqual(forward);
});
