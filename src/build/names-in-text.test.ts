import { expect, test } from 'vitest';
import { namesIn, wordsOf } from './names-in-text.ts';

const known = wordsOf(['Testburg', 'Abu Mahdi al-Muhandis', 'Army of Redland', 'Kata’ib Hizbullah']);

test('finds first and second names, also after a particle and at the start of a sentence', () => {
	for (const [text, name] of [
		['It names John Smith as hurt.', 'John Smith'],
		['John Smith was hurt.', 'John Smith'],
		['A man, Falih al-Fayyadh, spoke.', 'Falih al-Fayyadh'],
		['They met Omar bin Nasser there.', 'Omar bin Nasser'],
		['A doctor in Testburg, Anna Müller-Meier, spoke.', 'Anna Müller-Meier'],
		['He killed Karim Muhandis.', 'Karim Muhandis'],
	] as const) {
		expect(namesIn(text, known), text).toEqual([name]);
	}
});

test('leaves actors, places, days, offices and the beginning of a sentence alone', () => {
	for (const text of [
		'Abu Mahdi al-Muhandis spoke.',
		'On Tuesday Testburg was struck. Reported Friday, in May.',
		'The Army of Redland’s Chief of Staff spoke to AFP.',
		'A Russian-language TV station tells of Kata’ib Hizbullah.',
		'Dozens left. Militias Testburg knew came.',
		'Somebody named Anna was hurt.',
	]) {
		expect(namesIn(text, known), text).toEqual([]);
	}
});
