import { expect, test } from 'vitest';
import { alpha3FromAlpha2, numericFromAlpha3 } from './country-codes.ts';

test('turns one code into another, and nothing into null', () => {
	expect(alpha3FromAlpha2('IQ')).toBe('IRQ');
	expect(alpha3FromAlpha2('XK')).toBe('XKX');
	expect(alpha3FromAlpha2('QQ')).toBeNull();
	expect(numericFromAlpha3('AFG')).toBe('004');
	expect(numericFromAlpha3('XKX')).toBeNull();
	expect(numericFromAlpha3('QQQ')).toBeNull();
});
