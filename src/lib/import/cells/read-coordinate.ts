import { asciiDigits } from './ascii-digits.ts';
import type { Refusal } from './read-date.ts';

export type Axis = 'latitude' | 'longitude';

/** An angle as written. */
export interface ReadAngle {
	/** Signed: north and east are positive. Not yet held against any range. */
	readonly degrees: number;
	/** What its hemisphere letter says it is; `null` without one. */
	readonly axis: Axis | null;
}

const LIMIT: Record<Axis, number> = { latitude: 90, longitude: 180 };
const LONGEST = 80;
const REMEDY: Record<Axis, string> = {
	latitude: 'Write it in degrees from -90 to 90, as in 33.3152.',
	longitude: 'Write it in degrees from -180 to 180, as in 44.3661.',
};

const HEMISPHERES: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
	n: ['latitude', 1],
	s: ['latitude', -1],
	e: ['longitude', 1],
	w: ['longitude', -1],
};
const HEMISPHERE =
	/^(north|south|east|west|[nsew])(?![a-z])[\s.:]*|[\s,]*(?:\b|(?<=[\d°'"]))(north|south|east|west|[nsew])\.?$/i;
/** Here the last `s` is for seconds. */
const UNIT_LETTERS = /\dm\s?[\d.]+s$/i;
/** French and Spanish for west, German for east. */
const OUEST_OR_OST = /^o\b|(?:\d|[°'"\s])o$/i;
/** What nearly all cells are; the rest is gone into letter by letter. */
const PLAIN = /^-?\d{1,3}\.\d{1,15}$/;
const DECIMAL = /^[+-]?(?:\d{1,7}(?:\.\d{0,20})?|\.\d{1,20})(?:e-?\d{1,3})?$/i;
const SEXAGESIMAL =
	/^([+-]?)(\d{1,3})(?:\s*(?:°|deg\.?|d|:|-)\s*|\s+)(\d{1,2}(?:\.\d{1,15})?)(?:\s*(?:'|min\.?|m|:|-)\s*|\s+|$)(?:(\d{1,2}(?:\.\d{1,15})?)\s*(?:"|''|sec\.?|s)?)?$/i;
const ONLY_DEGREES = /^([+-]?\d{1,3}(?:\.\d{1,20})?)\s*(?:°|deg\.?|d)$/i;

/**
 * Reads a latitude or longitude: decimal point or comma; degrees, minutes and seconds in the usual signs, letters,
 * colons or spaces; hemisphere letters before or after. What lies out of range is refused and never clamped. Degrees
 * and minutes run together as receivers write them (`4239.00416`) are read where a hemisphere letter proves them, and
 * refused otherwise: the number could as well have lost its decimal point.
 */
export function readCoordinate(written: string, axis: Axis): number | Refusal {
	const plain = PLAIN.test(written) ? Number(written) : NaN;
	if (Math.abs(plain) <= LIMIT[axis]) return plain === 0 ? 0 : plain;
	const angle = readAngle(written, axis);
	if (angle === null) return { reason: `It is not a ${axis} in a form that is known. ${REMEDY[axis]}` };
	if ('reason' in angle) return { reason: `${angle.reason} ${REMEDY[axis]}` };
	if (angle.axis !== null && angle.axis !== axis) {
		return {
			reason: `It is a ${angle.axis}, where a ${axis} is due: the two columns may be interchanged. ${REMEDY[axis]}`,
		};
	}
	const { degrees } = angle;
	if (Math.abs(degrees) <= LIMIT[axis]) return degrees === 0 ? 0 : degrees;
	const packed = packedMinutes(degrees, axis);
	const guess =
		packed === null
			? ''
			: ` If these are degrees and minutes run together, it is ${Number(packed.toFixed(6))} degrees.`;
	return { reason: `It is beyond ${LIMIT[axis]} degrees.${guess} ${REMEDY[axis]}` };
}

/** Reads an angle without holding it against a range. `axis` only decides what run-together minutes may mean. */
export function readAngle(written: string, axis: Axis): ReadAngle | Refusal | null {
	if (written.length > LONGEST) return null;
	if (PLAIN.test(written)) return { degrees: Number(written), axis: null };
	const text = simplify(written);
	if (OUEST_OR_OST.test(text)) return { reason: 'Its letter O is west in some languages and east in others.' };
	const letter = UNIT_LETTERS.test(text) ? null : HEMISPHERE.exec(text);
	const bare = letter ? text.slice(0, letter.index) + text.slice(letter.index + letter[0].length) : text;
	const number = readNumber(bare.trim());
	if (number === null || typeof number === 'object') return number;
	if (!letter) return { degrees: number, axis: null };
	if (number < 0 || Object.is(number, -0)) return { reason: 'It has both a sign and a hemisphere.' };
	const [side, sign] = HEMISPHERES[(letter[1] ?? letter[2])!.charAt(0).toLowerCase()]!;
	const degrees = number > LIMIT[side] ? (packedMinutes(number, side) ?? number) : number;
	return { degrees: sign * degrees, axis: side ?? axis };
}

function readNumber(text: string): number | Refusal | null {
	if (DECIMAL.test(text)) {
		const value = Number(text);
		return Number.isFinite(value) ? value : null;
	}
	const degrees = ONLY_DEGREES.exec(text);
	if (degrees) return Number(degrees[1]);
	const parts = SEXAGESIMAL.exec(text);
	if (!parts) {
		return /^[+-]?\d{1,3}(?:[.]\d+){2,}$/.test(text) ? { reason: 'It has more than one decimal sign.' } : null;
	}
	const [minutes, seconds] = [Number(parts[3]), Number(parts[4] ?? 0)];
	if (parts[4] !== undefined && parts[3]!.includes('.'))
		return { reason: 'Its minutes have decimals and seconds besides.' };
	if (minutes >= 60 || seconds >= 60) return { reason: 'It has 60 minutes or seconds, or more.' };
	const value = Number(parts[2]) + minutes / 60 + seconds / 3600;
	return parts[1] === '-' ? -value : value;
}

/** `4239.00416` as 42 degrees and 39.00416 minutes; `null` where that is no angle either. */
function packedMinutes(value: number, axis: Axis): number | null {
	const size = Math.abs(value);
	const [degrees, minutes] = [Math.floor(size / 100), size % 100];
	if (size < 100 || minutes >= 60 || degrees + minutes / 60 > LIMIT[axis]) return null;
	return Math.sign(value) * (degrees + minutes / 60);
}

function simplify(written: string): string {
	return asciiDigits(written)
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/[°º˚]/g, '°')
		.replace(/''|[″”“„]/g, '"')
		.replace(/[′’‘´`ʹ]/g, "'")
		.replace(/''/g, '"')
		.replace(/(\d)[,٫](?=\d)/g, '$1.')
		.replace(/^(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\.?\s*[:=]?\s*/i, '')
		.replace(/\s+/g, ' ')
		.trim();
}
