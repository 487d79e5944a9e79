import type { Reporter, Suite } from '@playwright/test/reporter';

/** Closes the run with one plain line of counts; a test that was not run is no test that passed. */
export default class CountReporter implements Reporter {
	#suite: Suite | null = null;

	onBegin(_config: unknown, suite: Suite): void {
		this.#suite = suite;
	}

	onEnd(): void {
		const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
		const count = (...wanted: string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
		const [passed, failed, skipped] = [count('expected', 'flaky'), count('unexpected'), count('skipped')];
		process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
	}
}
