import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Give, pump } from './pump.ts';

const pause = () => new Promise((resolve) => setImmediate(resolve));

test('every item comes once and in order, however fast either side is', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(1500), fc.nat(400), fc.nat(400), async (count, giverRests, takerRests) => {
			const items = pump<number>(async (give) => {
				for (let item = 0; item < count; item++) {
					await give(item);
					if (giverRests > 0 && item % giverRests === giverRests - 1) await pause();
				}
			});
			let next = 0;
			for await (const item of items) {
				expect(item).toBe(next++);
				if (takerRests > 0 && item % takerRests === takerRests - 1) await pause();
			}
			expect(next).toBe(count);
		}),
		{ numRuns: 30 },
	);
});

test('the giver is held back while nobody takes', async () => {
	let given = 0;
	const items = pump<number>(async (give) => {
		for (; given < 10_000; given++) await give(given);
	});
	await items.next();
	for (let turn = 0; turn < 20; turn++) await pause();
	expect(given).toBeLessThan(1000);
	await items.return(undefined);
});

test('what goes wrong at the giver is thrown after its items', async () => {
	const taken: number[] = [];
	const items = pump<number>(async (give) => {
		await give(1);
		throw new Error('The file ends');
	});
	await expect(
		(async () => {
			for await (const item of items) taken.push(item);
		})(),
	).rejects.toThrow('The file ends');
	expect(taken).toEqual([1]);
});

test('where nobody takes any more the giver is told to stop', async () => {
	let stopped: unknown = null;
	const endless = async (give: Give<number>, signal: AbortSignal) => {
		try {
			for (let item = 0; ; item++) {
				await give(item);
				signal.throwIfAborted();
			}
		} catch (error) {
			stopped = error;
			throw error;
		}
	};
	for await (const item of pump(endless)) if (item === 300) break;
	await pause();
	expect(stopped).toEqual(new Error('Nobody takes any more'));
});
