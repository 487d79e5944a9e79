import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Deadline } from './map-health.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('says once that it is late', () => {
	const onLate = vi.fn();
	new Deadline().start(3000, onLate);
	vi.advanceTimersByTime(2900);
	expect(onLate).not.toHaveBeenCalled();
	vi.advanceTimersByTime(60_000);
	expect(onLate).toHaveBeenCalledTimes(1);
});

test('says nothing once it is over', () => {
	const onLate = vi.fn();
	const deadline = new Deadline();
	deadline.start(3000, onLate);
	vi.advanceTimersByTime(1500);
	deadline.stop();
	vi.advanceTimersByTime(60_000);
	expect(onLate).not.toHaveBeenCalled();
});
