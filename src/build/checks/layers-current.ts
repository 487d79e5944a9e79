import type { Check } from './check.ts';

export const check: Check = {
	name: 'layers-current',
	description: 'The layers and the data dictionary are what the pipeline makes of the records, byte for byte.',
	scope: 'layers',
	check({ expected, made }, report) {
		if (!expected) return;
		for (const [file, text] of expected) {
			const stored = made.get(file);
			if (stored === text) continue;
			const message = stored === undefined ? 'the file is missing' : 'is not what the pipeline makes of the records';
			report({ file, path: '', message, fix: 'run `npm run geodata`' });
		}
		for (const file of made.keys()) {
			if (!expected.has(file))
				report({ file, path: '', message: 'no layer of this name is made', fix: 'remove the file' });
		}
	},
};
