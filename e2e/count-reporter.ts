import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Closes the run with one plain line of counts. */
export default class CountReporter implements Reporter {
	#passed = new Set<string>();
	#failed = new Set<string>();

	onTestEnd(test: TestCase, result: TestResult): void {
		const isPassed = result.status === test.expectedStatus;
		(isPassed ? this.#passed : this.#failed).add(test.id);
		if (isPassed) this.#failed.delete(test.id);
	}

	onEnd(_result: FullResult): void {
		process.stdout.write(`\n${this.#passed.size} passed, ${this.#failed.size} failed\n`);
	}
}
