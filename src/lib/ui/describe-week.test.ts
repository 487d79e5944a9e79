import { expect, test } from 'vitest';
import { parseDay } from '../model/day.ts';
import { weekOf } from '../view/escalation/iso-week.ts';
import { describeWeek } from './describe-week.ts';
import { glance } from './messages/en/glance.ts';
import { vocabulary } from './messages/en/vocabulary.ts';

const week = weekOf(parseDay('2024-04-17')!);
const words = (content: Omit<Parameters<typeof describeWeek>[0], 'week'>) =>
	describeWeek({ week, ...content }, 'en', glance, vocabulary).replace(/\s*–\s*/gu, '–');

test('a week is told with its dates, its ISO name, and figures from low to high', () => {
	expect(words({ events: [5, 7], killed: [1, null], unknown: 6 })).toBe(
		'15–21 Apr 2024 (2024-W16): 5–7 incidents; 1 or more killed; no figure for 6',
	);
	expect(words({ events: [0, 1], killed: [null, null], unknown: 1 })).toContain(': 0–1 incident; no figure for 1');
	expect(words({ events: [0, 0], killed: [null, null], unknown: 0 })).toMatch(/: no incidents$/);
});
