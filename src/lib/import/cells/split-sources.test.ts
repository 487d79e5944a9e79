import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSources } from './split-sources.ts';

test.each([
	['Made-up News; Invented Daily', ['Made-up News', 'Invented Daily']],
	['Made-up News;Invented Daily;', ['Made-up News', 'Invented Daily']],
	[
		'"Made-up News,2013-01-03,One; two";"Invented Daily,2013-01-04,Three"',
		['Made-up News,2013-01-03,One; two', 'Invented Daily,2013-01-04,Three'],
	],
	['"Said ""so""";"Other"', ['Said "so"', 'Other']],
	['"never closed; Other', ['"never closed', 'Other']],
	[
		'https://a.example/x;y=1; https://b.example;https://c.example',
		['https://a.example/x;y=1', 'https://b.example', 'https://c.example'],
	],
	['javascript:alert(1); https://a.example; data:text/html,x', ['https://a.example']],
	['nan', []],
	['', []],
	[' ; ;', []],
])('%s', (cell, sources) => {
	expect(splitSources(cell)).toEqual(sources);
});

test('all of them, in order', () => {
	const source = fc.stringMatching(/^[A-Z][a-z ,]{1,20}[.x]$/);
	fc.assert(
		fc.property(fc.array(source, { maxLength: 40 }), (sources) => {
			expect(splitSources(sources.join('; '))).toEqual(sources);
			expect(splitSources(sources.map((text) => `"${text}"`).join(';'))).toEqual(sources);
		}),
	);
});

test('a long cell of quotes and semicolons takes no long time', () => {
	const started = performance.now();
	for (const unit of ['"', '";', ';', 'https://a;', '" ', ';b']) splitSources(`https://a${unit.repeat(200_000)}`);
	expect(performance.now() - started).toBeLessThan(3000);
});
