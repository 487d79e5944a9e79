import { expect, test } from 'vitest';
import { assemble, dismantle } from './dismantle.ts';

test('a value without its arrays is put together again, and an array that is there twice is kept once', () => {
	const shared = Uint32Array.of(1, 2);
	const value = {
		shared,
		again: { shared },
		list: [Float64Array.of(NaN, 0.5), 'text', null, [], { array: 0, value: 7 }],
		constructor: { places: [{ id: 'a', name: 'b' }] },
		none: null,
	};
	const { frame, arrays } = dismantle(value);
	expect(arrays).toHaveLength(2);
	expect(assemble(structuredClone({ frame, arrays }))).toEqual(value);
	expect(JSON.stringify(frame)).not.toContain('0.5');
});
