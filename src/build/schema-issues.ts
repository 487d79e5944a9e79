import * as v from 'valibot';
import { spellingDistance } from '../lib/geocode/spelling-distance.ts';
import { formatDay, monthSpan } from '../lib/model/day.ts';
import type { Issue } from './issue.ts';

/** What a schema finds wrong with a value, in words for the person who edits the file. */
export function schemaIssues(schema: v.GenericSchema, value: unknown, file: string): Issue[] {
	const result = v.safeParse(schema, value);
	if (result.success) return [];
	return result.issues.map((issue) => ({ file, path: formatPath(issue.path), ...explain(issue) }));
}

/** A path such as `claims[2].value.low`. */
function formatPath(path: readonly { key?: unknown }[] | undefined): string {
	let text = '';
	for (const { key } of path ?? []) {
		if (typeof key === 'number') text += `[${key}]`;
		else text += text === '' ? String(key) : `.${String(key)}`;
	}
	return text;
}

function explain(issue: v.BaseIssue<unknown>): Pick<Issue, 'message' | 'fix'> {
	const key = String(issue.path?.at(-1)?.key ?? '');
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return { message: `property "${key}" is not known here`, fix: 'remove it or correct its spelling' };
	}
	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		const fix = key === 'derived' ? 'run `npm run fix`' : 'add it; write null where nothing is known';
		return { message: `property "${key}" is missing`, fix };
	}
	const shown = show(issue.input);
	const options = optionsOf(issue);
	if (options !== null) {
		const near = nearest(String(issue.input), options);
		const fix = near === null ? `write one of ${options.join(', ')}` : `write ${near}`;
		return { message: `${shown} is not one of the words known here`, fix };
	}
	if (issue.message.startsWith('must ')) return { message: `${shown} ${issue.message}`, fix: remedy(issue) };
	if (issue.message.startsWith('Invalid type: Expected ')) {
		return { message: `${shown} must be ${withArticle(issue.expected ?? 'something else')}`, fix: undefined };
	}
	return { message: `${shown}: ${issue.message}`, fix: remedy(issue) };
}

function optionsOf(issue: v.BaseIssue<unknown>): string[] | null {
	if (issue.type !== 'picklist' && issue.type !== 'variant' && issue.type !== 'literal') return null;
	const options = (issue.expected ?? '').replace(/^\(|\)$/g, '').split(' | ');
	return options.map((option) => option.replace(/^"|"$/g, ''));
}

function nearest(word: string, options: readonly string[]): string | null {
	const limit = Math.max(2, Math.floor(word.length / 3));
	const rated = options
		.map((option) => ({ option, distance: spellingDistance(word.toLowerCase(), option.toLowerCase(), limit) }))
		.filter(({ distance }) => distance <= limit)
		.sort((a, b) => a.distance - b.distance);
	return rated[0]?.option ?? null;
}

function remedy(issue: v.BaseIssue<unknown>): string | undefined {
	return swappedPair(issue) ?? existingDate(issue.input);
}

/** A latitude beyond 90 whose longitude would do as one: the pair was written the wrong way round. */
function swappedPair(issue: v.BaseIssue<unknown>): string | undefined {
	const item = issue.path?.at(-1);
	const pair: unknown = item?.input;
	if (!Array.isArray(pair) || item?.key !== 1) return undefined;
	const [lng, lat] = pair as unknown[];
	if (typeof lng !== 'number' || typeof lat !== 'number' || Math.abs(lng) > 90 || Math.abs(lat) > 180) return undefined;
	return `if latitude and longitude are swapped, write [${lat}, ${lng}]`;
}

/** For a day past the end of its month: the last day of that month. */
function existingDate(input: unknown): string | undefined {
	const match = typeof input === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])-\d{2}$/.exec(input) : null;
	if (!match) return undefined;
	const [, last] = monthSpan(Number(match[1]), Number(match[2]));
	return `if only the month is known write "${match[1]}-${match[2]}"; its last day is ${formatDay(last)}`;
}

function withArticle(expected: string): string {
	const words: Record<string, string> = {
		Object: 'an object',
		Array: 'an array',
		string: 'a text',
		number: 'a number',
		boolean: 'true or false',
	};
	return words[expected] ?? expected;
}

function show(value: unknown): string {
	const text = JSON.stringify(value) ?? 'undefined';
	return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
