import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImportError } from '../format.ts';
import { JsonSplitter } from './json-splitter.ts';

/** Takes a text apart that comes in parts of the given length. */
function split(text: string, length = text.length || 1, lists = ['features']) {
	const splitter = new JsonSplitter(lists);
	const elements: string[] = [];
	let error: unknown = null;
	let before = 0;
	try {
		for (let at = 0; at < text.length; at += length) {
			const part = text.slice(at, at + length);
			splitter.write(
				part,
				({ text: element }) => elements.push(element),
				(index) => before + index,
			);
			before += part.length;
		}
		splitter.end(text.length);
	} catch (caught) {
		error = caught;
	}
	return { elements, error, members: Object.fromEntries(splitter.members), splitter };
}

test('members stand in any order, and only the named list is taken apart', () => {
	const text = '{"crs": {"a": [1, {}]}, "features" : [ {"a": "],}"} ,[1], "x\\\\" , null,-1.5e3 ], "b": "\\"", "c": 2}';
	for (const length of [1, 2, 3, 7, text.length]) {
		const { elements, members, error } = split(text, length);
		expect(error).toBeNull();
		expect(elements.map((element) => JSON.parse(element) as unknown)).toEqual([{ a: '],}' }, [1], 'x\\', null, -1500]);
		expect(members).toEqual({ crs: '{"a": [1, {}]}', b: '"\\""', c: '2' });
	}
});

test('a list may be all there is, and an object may have none', () => {
	expect(split('\uFEFF [1, [2], {"features": [3]}]\n')).toMatchObject({ elements: ['1', '[2]', '{"features": [3]}'] });
	expect(split('{"type": "Feature", "features": 7}').splitter.hasList).toBe(false);
	expect(split('{"features": [], "features": [1]}').elements).toEqual(['1']);
	expect(split('[]').elements).toEqual([]);
});

test('a file that is cut off says where, after all that stood before', () => {
	const text = '{"features": [{"a": 1}, {"b": "x"}, {"c": [';
	const { elements, error } = split(text, 5);
	expect(elements).toHaveLength(2);
	expect(error).toBeInstanceOf(ImportError);
	expect((error as Error).message).toBe(
		'The file is cut off: it ends at byte 43; whole features before that: 2. Get it again, whole.',
	);
	expect((split('').error as Error).message).toBe('The file is empty.');
});

test('what is no JSON is told with its byte', () => {
	const messageOf = (text: string) => (split(text).error as Error).message;
	expect(messageOf('{"features": [{"a": 1} {"b": 2}]}')).toBe(
		'It is not JSON from byte 23 on: a comma or ] is due where { stands. Whole features before that: 1.',
	);
	expect(messageOf('{"features": [{"a": ]]}')).toContain('byte 20 on: } is due where ] stands');
	expect(messageOf('name,date\n')).toContain('byte 0 on: { or [ is due where n stands');
	expect(messageOf('{"a": 1} {"b": 2}')).toContain('goes on after its end, at byte 9');
	expect(messageOf('{a: 1}')).toContain('a name in double quotes is due where a stands');
	expect(messageOf('{"a" 1}')).toContain('a colon is due where 1 stands');
	expect(messageOf('{"a":,}')).toContain('a value is due where , stands');
});

test('depth is counted over the whole file and never by calls within calls', () => {
	const deep = (levels: number) => `{"features": [${'['.repeat(levels)}${']'.repeat(levels)}]}`;
	const isTooDeep = (text: string) => {
		const found: boolean[] = [];
		new JsonSplitter(['features']).write(
			text,
			(element) => found.push(element.isTooDeep),
			() => 0,
		);
		return found;
	};
	expect(isTooDeep(deep(62))).toEqual([false]);
	expect(isTooDeep(deep(63))).toEqual([true]);
	expect(isTooDeep(deep(1_000_000))).toEqual([true]);
});

test('neither one value nor all members together grow without a limit', () => {
	const part = 'x'.repeat(2 ** 20);
	const feed = (start: string, again: string) => {
		const splitter = new JsonSplitter(['features']);
		const write = (text: string) =>
			splitter.write(
				text,
				() => undefined,
				() => 0,
			);
		write(start);
		for (let times = 0; times < 70; times++) write(again.replace('#', String(times)));
	};
	expect(() => feed('{"features": ["', part)).toThrow('Feature 1 has more than 67,108,864 characters; at most');
	expect(() => feed('{"a": "', part)).toThrow('The member "a" has more than 67,108,864 characters');
	expect(() => feed('{', `"a#": "${part}",`)).toThrow('The members beside the list of features have more than');
	expect(() => feed('[', '['.repeat(2 ** 20))).toThrow('with more than 64 objects and arrays inside each other');
});

test('whatever JSON is written comes apart as JSON.parse has it, in parts of any length', () => {
	const value = fc.jsonValue({ maxDepth: 5 });
	fc.assert(
		fc.property(
			fc.array(value, { maxLength: 6 }),
			fc.dictionary(fc.string(), value, { maxKeys: 4 }),
			fc.dictionary(fc.string(), value, { maxKeys: 4 }),
			fc.integer({ min: 1, max: 40 }),
			fc.constantFrom(undefined, 1, '\t'),
			(features, before, after, length, indent) => {
				delete before['features'];
				delete after['features'];
				const whole = [...Object.entries(before), ['features', features], ...Object.entries(after)] as const;
				const text = `{${whole.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each, null, indent)}`).join(indent === 1 ? ' ,\n' : ',')}}`;
				const { elements, members, error } = split(text, length);
				expect(error).toBeNull();
				expect(elements.map((each) => JSON.parse(each) as unknown)).toEqual(JSON.parse(JSON.stringify(features)));
				for (const [key, each] of Object.entries({ ...before, ...after })) {
					expect(JSON.parse(members[key]!)).toEqual(JSON.parse(JSON.stringify(each)));
				}
			},
		),
		{ numRuns: 300 },
	);
});
