import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
	['Béirut', 'beirut'],
	['ERBIL', 'erbil'],
	['حِزْب', 'حزب'],
	['Ｄrone', 'drone'],
])('%s is searched as %s', (text, folded) => {
	expect(foldText(text)).toBe(folded);
});
