/** How often a reader is fed random input: a few times with every test, `FUZZ=long` as often as it takes to be sure. */
export const FUZZ = { numRuns: process.env['FUZZ'] === 'long' ? 20_000 : 300, seed: 5 };
/** How long that may take. */
export const FUZZ_MS = 1_200_000;
