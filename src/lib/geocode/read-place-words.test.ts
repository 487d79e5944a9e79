import { expect, test } from 'vitest';
import { readPlaceWords } from './read-place-words.ts';

test.each([
	['Fallujah', 'Fallujah', 'at', [], null],
	['in Fallujah', 'Fallujah', 'at', [], null],
	['near Fallujah', 'Fallujah', 'near', [], null],
	['Outside of Fallujah', 'Fallujah', 'near', [], null],
	['the outskirts of Baghdad', 'Baghdad', 'outskirts-of', [], null],
	['eastern outskirts of Baghdad', 'Baghdad', 'outskirts-of', [], null],
	['north of Mosul', 'Mosul', 'north-of', [], null],
	['25 km south-east of Mosul', 'Mosul', 'south-of', [], null],
	['about 3 miles west of Erbil, Iraq', 'Erbil', 'west-of', [], 'IRQ'],
	['Baghdad, Baghdad, Iraq', 'Baghdad', 'at', ['Baghdad'], 'IRQ'],
	['Rimal, Gaza City', 'Rimal', 'at', ['Gaza City'], null],
	['Shuja’iyya, Gaza City, Gaza Strip', 'Shuja’iyya', 'at', ['Gaza City'], 'PSE'],
	['North Sea', 'North Sea', 'at', [], null],
	['Iraq', 'Iraq', 'at', [], null],
	['Inverness', 'Inverness', 'at', [], null],
	['', '', 'at', [], null],
	[' , ', '', 'at', [], null],
] as const)('"%s"', (written, name, relation, within, country) => {
	expect(readPlaceWords(written)).toEqual({ name, relation, within, country });
});
