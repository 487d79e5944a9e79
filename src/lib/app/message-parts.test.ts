import { expect, test } from 'vitest';
import { MessageParts, sendInParts } from './message-parts.ts';

test('a message comes in parts and is whole with the last; arrays go over, but for those to keep', () => {
	const [kept, given] = [Uint8Array.of(1, 2), Float64Array.of(0.5)];
	const parts = new MessageParts();
	const whole: unknown[] = [];
	const send = (message: unknown) =>
		sendInParts(
			message,
			(part, transfer) => whole.push(parts.take(structuredClone(part, { transfer: transfer as ArrayBuffer[] }))),
			new Set([kept]),
		);
	send({ kind: 'layer', texts: { kept, given } });
	send({ kind: 'merged', rows: Uint32Array.of(7) });
	expect(whole).toEqual([
		null,
		null,
		{ kind: 'layer', texts: { kept: Uint8Array.of(1, 2), given: Float64Array.of(0.5) } },
		null,
		{ kind: 'merged', rows: Uint32Array.of(7) },
	]);
	expect([kept.length, given.length]).toEqual([2, 0]);
});
