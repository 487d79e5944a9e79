import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUZZ } from '../fuzz-runs.ts';
import { type Axis, readCoordinate } from './read-coordinate.ts';
import { readPosition } from './read-position.ts';
import { SwapTally } from './swapped-positions.ts';

const near = (degrees: number) => expect.closeTo(degrees, 9);

test.each<[string, Axis, number]>([
	['33.3152', 'latitude', 33.3152],
	['-33.3152', 'latitude', -33.3152],
	['−33.3152', 'latitude', -33.3152],
	['33,3152', 'latitude', 33.3152],
	['٣٣٫٣١٥٢', 'latitude', 33.3152],
	['+44', 'longitude', 44],
	['.5', 'longitude', 0.5],
	['1e-7', 'longitude', 1e-7],
	['33.3152°', 'latitude', 33.3152],
	['33.3152 N', 'latitude', 33.3152],
	['33.3152S', 'latitude', -33.3152],
	['N 33.3152', 'latitude', 33.3152],
	['W44.5', 'longitude', -44.5],
	['44,5 West', 'longitude', -44.5],
	['33°18\'54.72"N', 'latitude', 33.3152],
	['33° 18′ 54.72″ N', 'latitude', 33.3152],
	['33º18’54,72” N', 'latitude', 33.3152],
	["33° 18' 54.72''", 'latitude', 33.3152],
	['-33 18 54.72', 'latitude', -33.3152],
	['N33 18 54.72', 'latitude', 33.3152],
	['33:18:54.72', 'latitude', 33.3152],
	['33-18-54.72N', 'latitude', 33.3152],
	['33d18m54.72s', 'latitude', 33.3152],
	["33° 18.912' N", 'latitude', 33.3152],
	['33 deg 18 min 54.72 sec N', 'latitude', 33.3152],
	['4239.00416N', 'latitude', 42 + 39.00416 / 60],
	['04421.966,E', 'longitude', 44 + 21.966 / 60],
	['90', 'latitude', 90],
	['-180', 'longitude', -180],
	['-0', 'latitude', 0],
])('%s is a %s', (text, axis, degrees) => {
	expect(readCoordinate(text, axis)).toEqual(near(degrees));
});

test.each<[string, Axis, string]>([
	['90.0001', 'latitude', 'beyond 90'],
	['-180.5', 'longitude', 'beyond 180'],
	['91 N', 'latitude', 'beyond 90'],
	['4239.00416', 'latitude', 'degrees and minutes run together, it is 42.650069 degrees'],
	['9939.5', 'latitude', 'beyond 90'],
	['44.3 E', 'latitude', 'interchanged'],
	['33.3 N', 'longitude', 'interchanged'],
	['-33 S', 'latitude', 'both a sign and a hemisphere'],
	['44.5 O', 'longitude', 'letter O'],
	['33 60 0', 'latitude', '60 minutes'],
	['33 59 60', 'latitude', '60 minutes or seconds'],
	['33 18.5 20', 'latitude', 'decimals and seconds besides'],
	['33.315.200', 'latitude', 'more than one decimal sign'],
	['1.234,5', 'latitude', 'more than one decimal sign'],
	['NaN', 'latitude', 'not a latitude'],
	['Infinity', 'longitude', 'not a longitude'],
	['0x21', 'latitude', 'not a latitude'],
	['', 'longitude', 'not a longitude'],
	['Baghdad', 'latitude', 'not a latitude'],
	['1e9', 'latitude', 'beyond 90'],
])('%s as a %s is refused: %s', (text, axis, reason) => {
	expect(readCoordinate(text, axis)).toEqual({ reason: expect.stringContaining(reason) });
});

test.each([
	['33.3152, 44.3661'],
	['33.3152,44.3661'],
	['33.3152;44.3661'],
	['33,3152; 44,3661'],
	['33,3152 44,3661'],
	['33,3152, 44,3661'],
	['(33.3152 44.3661)'],
	['[33.3152, 44.3661]'],
	['33.3152 N, 44.3661 E'],
	['44.3661 E, 33.3152 N'],
	['N33.3152 E44.3661'],
	['33°18\'54.72"N 44°21\'57.96"E'],
	['33°18\'54.72"N, 44°21\'57.96"E'],
	['POINT (44.3661 33.3152)'],
	['geo:33.3152,44.3661;u=35'],
])('%s is one position', (text) => {
	expect(readPosition(text)).toEqual([near(44.3661), near(33.3152)]);
});

test.each([
	['33.3152', 'not a position'],
	['95.1, 44.2', 'The latitude: It is beyond 90'],
	['33.1, 181', 'The longitude: It is beyond 180'],
	['', 'not a position'],
	['x'.repeat(161), '160 characters'],
])('%s is refused: %s', (text, reason) => {
	expect(readPosition(text)).toEqual({ reason: expect.stringContaining(reason) });
});

test('a position may be said to have its longitude first', () => {
	expect(readPosition('44.3661, 33.3152', true)).toEqual([44.3661, 33.3152]);
	expect(readPosition('33.3152 N, 44.3661 E', true)).toEqual([44.3661, 33.3152]);
});

test('positions in the wrong order are noticed over the whole file', () => {
	const verdict = (rows: [number, number, string][]) => {
		const tally = new SwapTally();
		for (const row of rows) tally.add(...row);
		return tally.verdict();
	};
	expect(verdict([[33, 44, '']])).toBe('no');
	expect(
		verdict([
			[33, 44, ''],
			[122, 37, ''],
		]),
	).toBe('yes');
	expect(
		verdict([
			[37, 122, ''],
			[122, 37, ''],
		]),
	).toBe('no');
	expect(verdict([[200, 37, '']])).toBe('no');
	expect(
		verdict([
			[44.4, 33.3, 'Iraq'],
			[43.1, 36.3, 'Iraq'],
			[47.8, 30.5, 'IRQ'],
		]),
	).toBe('likely');
	expect(
		verdict([
			[33.3, 44.4, 'Iraq'],
			[36.3, 43.1, 'Iraq'],
			[30.5, 47.8, '368'],
		]),
	).toBe('no');
	expect(
		verdict([
			[44.4, 33.3, 'Atlantis'],
			[43.1, 36.3, ''],
			[47.8, 30.5, 'Iraq'],
		]),
	).toBe('no');
});

test('degrees, minutes and seconds of any angle come back', () => {
	fc.assert(
		fc.property(fc.nat(89), fc.nat(59), fc.integer({ min: 0, max: 5999 }), (degrees, minutes, hundredths) => {
			const seconds = (hundredths / 100).toFixed(2);
			const value = degrees + minutes / 60 + Number(seconds) / 3600;
			expect(readCoordinate(`${degrees}°${minutes}'${seconds}"S`, 'latitude')).toEqual(near(-value));
			expect(readCoordinate(`${degrees} ${minutes} ${seconds} E`, 'longitude')).toEqual(near(value));
		}),
	);
});

test('no text throws, and what is read lies on the earth', () => {
	const piece = fc.constantFrom(
		...['33', '.', ',', ' ', '-', '°', "'", '"', 'N', 'E', 'o', ';', '(', ')', '4239.5', '181', '1e5', '٣'],
	);
	const text = fc.oneof(
		fc.string({ maxLength: 200 }),
		fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, fc.constantFrom<Axis>('latitude', 'longitude'), fc.boolean(), (written, axis, longitudeFirst) => {
			const degrees = readCoordinate(written, axis);
			const limit = axis === 'latitude' ? 90 : 180;
			if (typeof degrees === 'number') expect(Math.abs(degrees)).toBeLessThanOrEqual(limit);
			else expect(degrees.reason).toMatch(/\.$/);
			const position = readPosition(written, longitudeFirst);
			if ('reason' in position) return;
			expect(Math.abs(position[0])).toBeLessThanOrEqual(180);
			expect(Math.abs(position[1])).toBeLessThanOrEqual(90);
		}),
		FUZZ,
	);
});
