import { alpha2FromAlpha3 } from '../country-codes.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** English name of a country by its ISO 3166-1 alpha-3 code; the code itself where it has none. */
export function countryName(alpha3: string): string {
	const alpha2 = alpha2FromAlpha3(alpha3);
	return (alpha2 === null ? undefined : names.of(alpha2)) ?? alpha3;
}
