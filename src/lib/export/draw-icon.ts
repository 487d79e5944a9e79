import { zlibSync } from 'fflate';
import type { Kind } from '../model/vocabulary.ts';
import { KIND_SHAPES, type Shape } from '../view/symbol-tokens.ts';

const SIZE = 64;
/** Samples along each side of a pixel. */
const SAMPLES = 4;
const RADIUS = 24;
const RIM = 1.22;

/** A PNG of the kind's symbol on the map: white, for programs that colour it, with a dark rim. */
export function drawIcon(kind: Kind): Uint8Array {
	const shape = KIND_SHAPES[kind];
	const rows = new Uint8Array(SIZE * (1 + SIZE * 4));
	for (let y = 0; y < SIZE; y++) {
		for (let x = 0; x < SIZE; x++) {
			const inside = coverage(shape, x, y, RADIUS);
			const around = Math.max(inside, coverage(shape, x, y, RADIUS * RIM));
			const white = around === 0 ? 0 : Math.round((255 * inside) / around);
			rows.set([white, white, white, Math.round(255 * around)], y * (1 + SIZE * 4) + 1 + x * 4);
		}
	}
	return png(rows);
}

/** How much of a pixel lies within the shape. */
function coverage(shape: Shape, x: number, y: number, radius: number): number {
	let hits = 0;
	for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
		const across = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
		const down = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
		if (isInside(shape, (across - SIZE / 2) / radius, (down - SIZE / 2) / radius)) hits++;
	}
	return hits / (SAMPLES * SAMPLES);
}

/** Even-odd, as the map draws it. */
function isInside(shape: Shape, x: number, y: number): boolean {
	let inside = false;
	for (const ring of shape) {
		for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
			const [[x1, y1], [x2, y2]] = [ring[i]!, ring[j]!];
			if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
		}
	}
	return inside;
}

function png(rows: Uint8Array): Uint8Array {
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, SIZE);
	view.setUint32(4, SIZE);
	// Eight bits each for red, green, blue and opacity.
	header.set([8, 6, 0, 0, 0], 8);
	const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
	return joined([signature, chunk('IHDR', header), chunk('IDAT', zlibSync(rows)), chunk('IEND', new Uint8Array(0))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
	const body = joined([new TextEncoder().encode(type), data]);
	return joined([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
}

function bigEndian(number: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, number);
	return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
