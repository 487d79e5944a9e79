import type { PlaceKind } from '../model/vocabulary.ts';
import { normalizeName } from './normalize-name.ts';

/** Words that say what a place is. Each list says which kinds of row such words allow. */
const KIND_WORDS: readonly { words: readonly string[]; kinds: readonly PlaceKind[] }[] = [
	{
		words: [
			'air base',
			'airbase',
			'military airbase',
			'military air base',
			'tactical air base',
			'air force base',
			'airfield',
			'air field',
			'army airfield',
			'army air field',
			'military airport',
			'afb',
			'قاعدة جوية',
			'القاعدة الجوية',
			'مطار العسكري',
			'پایگاه هوایی',
			'בסיס חיל האוויר',
		],
		kinds: ['air-base', 'airport', 'military-base'],
	},
	{
		words: [
			'airport',
			'international airport',
			'civil airport',
			'مطار',
			'مطار الدولي',
			'فرودگاه',
			'فرودگاه بین المللی',
			'נמל התעופה',
			'שדה התעופה',
		],
		kinds: ['airport', 'air-base'],
	},
	{
		words: [
			'base',
			'military base',
			'army base',
			'joint base',
			'forward operating base',
			'fob',
			'naval base',
			'military camp',
			'garrison',
			'barracks',
			'قاعدة',
			'معسكر',
			'پایگاه',
			'پادگان',
			'בסיס',
		],
		kinds: ['military-base', 'air-base', 'airport', 'site'],
	},
	{
		words: ['governorate', 'province', 'countryside', 'muhafazah', 'muhafaza', 'ostan', 'محافظة', 'استان', 'מחוז'],
		kinds: ['province', 'region'],
	},
	{ words: ['city', 'town', 'village', 'مدينة', 'شهر', 'بلدة'], kinds: ['town'] },
	{
		words: [
			'district',
			'subdistrict',
			'sub district',
			'qadaa',
			'neighborhood',
			'neighbourhood',
			'suburb',
			'refugee camp',
			'قضاء',
			'ناحية',
			'حي',
			'مخيم',
			'שכונת',
		],
		kinds: ['district', 'town'],
	},
	{ words: ['island', 'جزيرة', 'جزیره'], kinds: ['region'] },
	{
		words: ['port', 'seaport', 'harbour', 'harbor', 'port city', 'ميناء', 'بندر', 'נמל'],
		kinds: ['port', 'town', 'oil-site'],
	},
	{
		words: ['border crossing', 'crossing', 'crossing point', 'checkpoint', 'معبر', 'منفذ', 'מעבר'],
		kinds: ['crossing'],
	},
	{ words: ['hospital', 'مستشفى', 'بیمارستان', 'בית החולים'], kinds: ['hospital'] },
	{ words: ['embassy', 'consulate', 'embassy compound', 'سفارة', 'שגרירות'], kinds: ['embassy'] },
	{
		words: [
			'nuclear facility',
			'nuclear site',
			'nuclear complex',
			'nuclear plant',
			'nuclear power plant',
			'nuclear reactor',
			'enrichment plant',
			'enrichment facility',
			'enrichment site',
			'uranium enrichment facility',
			'fuel enrichment plant',
			'heavy water reactor',
			'heavy water plant',
			'reactor',
		],
		kinds: ['nuclear-site'],
	},
	{
		words: [
			'oil field',
			'oilfield',
			'gas field',
			'gasfield',
			'gas complex',
			'oil depot',
			'oil port',
			'fuel port',
			'oil facility',
			'refinery',
			'oil refinery',
			'oil terminal',
			'gas plant',
			'حقل',
			'مصفاة',
		],
		kinds: ['oil-site', 'port'],
	},
];

interface Phrase {
	words: string[];
	kinds: readonly PlaceKind[];
}

const PHRASES: readonly Phrase[] = KIND_WORDS.flatMap(({ words, kinds }) =>
	words.map((phrase) => ({ words: normalizeName(phrase).split(' '), kinds })),
).sort((a, b) => b.words.length - a.words.length);

/** A normalised name without the words that say what it is, and the kinds those words allow (`null`: any). */
export interface BareName {
	bare: string;
	kinds: readonly PlaceKind[] | null;
}

/**
 * Takes the kind words off the end or the beginning of a normalised name: "asad air base" is "asad", an air base;
 * "port of eilat" is "eilat", a port. A name that is nothing but kind words keeps them.
 */
export function readKindWords(normalized: string): BareName {
	const words = normalized.split(' ');
	for (const phrase of PHRASES) {
		const rest = words.length - phrase.words.length;
		if (rest < 1) continue;
		if (phrase.words.every((word, i) => words[rest + i] === word)) {
			return { bare: words.slice(0, rest).join(' '), kinds: phrase.kinds };
		}
		if (phrase.words.every((word, i) => words[i] === word)) {
			const tail = words.slice(phrase.words.length);
			const named = tail[0] === 'of' && tail.length > 1 ? tail.slice(1) : tail;
			// "Port Said" and "City Bell" are names; "port of Said" is a port.
			if (named === tail && phrase.kinds.includes('town')) continue;
			return { bare: named.join(' '), kinds: phrase.kinds };
		}
	}
	return { bare: normalized, kinds: null };
}
