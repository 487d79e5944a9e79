import { expect, test } from 'vitest';
import { readKindWords } from './kind-words.ts';
import { normalizeName } from './normalize-name.ts';

const bareOf = (name: string) => readKindWords(normalizeName(name)).bare;

test.each([
	['al-Asad air base', 'asad'],
	['Ain al-Asad military airbase', 'ain asad'],
	['Baghdad International Airport', 'baghdad'],
	['Port of Eilat', 'eilat'],
	['Joint Base Balad', 'balad'],
	['Anbar Province', 'anbar'],
	['Dimona nuclear reactor', 'dimona'],
	['Natanz enrichment facility', 'natanz'],
	['Mazzeh neighborhood', 'mazzeh'],
	['Nur Shams refugee camp', 'nur shams'],
	['Larak Island', 'larak'],
	['محافظة الأنبار', 'انبار'],
	['فرودگاه تبریز', 'تبريز'],
])('takes the kind off %s', (name, bare) => {
	expect(bareOf(name)).toBe(bare);
});

test.each(['Port Said', 'Baghdad', 'Airport', 'شهر کرد'])('leaves %s whole', (name) => {
	expect(bareOf(name)).toBe(normalizeName(name));
});

test('says which kinds the words allow', () => {
	expect(readKindWords('baghdad airport').kinds).toContain('airport');
	expect(readKindWords('baghdad airport').kinds).not.toContain('town');
	expect(readKindWords('baghdad').kinds).toBeNull();
});
