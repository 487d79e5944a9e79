import type { StyleSpecification } from 'maplibre-gl';

/** Noto Sans as `text-font` names. */
export const LABEL_FONTS = {
	regular: 'Noto Sans Regular',
	medium: 'Noto Sans Medium',
	bold: 'Noto Sans SemiBold',
} as const;

const WEIGHTS = [
	[LABEL_FONTS.regular, 400],
	[LABEL_FONTS.medium, 500],
	[LABEL_FONTS.bold, 600],
] as const;

/** What each font file is asked for. Order matters: the first that covers a letter draws it. */
const SUBSETS: readonly [file: string, unicodeRange: string[]][] = [
	[
		'noto-sans-latin',
		[
			'U+0000-00FF',
			'U+0131',
			'U+0152-0153',
			'U+02BB-02BC',
			'U+02C6',
			'U+02DA',
			'U+02DC',
			'U+2010-203A',
			'U+20AC',
			'U+2122',
			'U+2212',
		],
	],
	[
		'noto-sans-vietnamese',
		['U+0102-0103', 'U+0110-0111', 'U+0128-0129', 'U+0168-0169', 'U+01A0-01A1', 'U+01AF-01B0', 'U+1EA0-1EF9'],
	],
	['noto-sans-latin-ext', ['U+0100-02BA', 'U+02BD-02C5', 'U+02C7-02D9', 'U+1E00-1E9F']],
	[
		'noto-sans-arabic-arabic',
		['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+200C-200F', 'U+FB50-FDFF', 'U+FE70-FEFC'],
	],
	['noto-sans-hebrew-hebrew', ['U+0590-05FF', 'U+FB1D-FB4F']],
];

/** The style's `font-faces`: local files instead of a glyph server, each fetched only when a label needs it. */
export function labelFontFaces(fontsUrl: string): NonNullable<StyleSpecification['font-faces']> {
	return Object.fromEntries(
		WEIGHTS.map(([name, weight]) => [
			name,
			SUBSETS.map(([file, unicodeRange]) => ({
				url: `${fontsUrl}/${file}-${weight}-normal.woff2`,
				'unicode-range': unicodeRange,
			})),
		]),
	);
}
