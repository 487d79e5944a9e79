import { colourPng } from './indexed-png.ts';
import { distanceToIcon, SITE_ICONS } from './site-icons.ts';

/** Rings from the outside in: radius in pixels and colour, `[red, green, blue, alpha]`. */
interface Icon {
	name: string;
	size: number;
	rings: [radius: number, colour: [number, number, number, number]][];
}

const ICONS: readonly Icon[] = [
	{
		name: 'capital-dark',
		size: 14,
		rings: [
			[5.6, [17, 23, 31, 255]],
			[4.6, [232, 236, 241, 255]],
			[3.3, [17, 23, 31, 255]],
			[1.8, [232, 236, 241, 255]],
		],
	},
	{
		name: 'capital-light',
		size: 14,
		rings: [
			[5.6, [252, 252, 250, 255]],
			[4.6, [42, 48, 56, 255]],
			[3.3, [252, 252, 250, 255]],
			[1.8, [42, 48, 56, 255]],
		],
	},
	{
		name: 'city-dark',
		size: 8,
		rings: [
			[3, [17, 23, 31, 255]],
			[1.9, [168, 180, 193, 255]],
		],
	},
	{
		name: 'city-light',
		size: 8,
		rings: [
			[3, [252, 252, 250, 255]],
			[1.9, [92, 99, 109, 255]],
		],
	},
];

/** Side of a site's icon, with room for the distances around it that MapLibre needs to colour and outline it. */
const SITE_SIDE = 24;

/** A square picture in the sprite: its colour at the middle of each pixel. */
interface Picture {
	name: string;
	size: number;
	isDistance: boolean;
	colour: (x: number, y: number) => number[];
}

/** The town marks of both themes and the sites' icons as a MapLibre sprite: index and image, for one pixel ratio. */
export function sprite(pixelRatio: 1 | 2): { json: string; png: Uint8Array } {
	const pictures = [...ICONS.map((icon) => townMark(icon, pixelRatio)), ...siteIcons(pixelRatio)];
	const width = pictures.reduce((sum, { size }) => sum + size * pixelRatio, 0);
	const height = Math.max(...pictures.map(({ size }) => size)) * pixelRatio;
	const pixels = new Uint8Array(width * height * 4);
	const index: Record<string, object> = {};
	let left = 0;
	for (const { name, size, isDistance, colour } of pictures) {
		const side = size * pixelRatio;
		for (let y = 0; y < side; y++) {
			for (let x = 0; x < side; x++) pixels.set(colour(x + 0.5, y + 0.5), (y * width + left + x) * 4);
		}
		index[name] = { x: left, y: 0, width: side, height: side, pixelRatio, ...(isDistance && { sdf: true }) };
		left += side;
	}
	return { json: `${JSON.stringify(index)}\n`, png: colourPng(width, height, pixels) };
}

function townMark({ name, size, rings }: Icon, pixelRatio: number): Picture {
	const middle = (size * pixelRatio) / 2;
	const colour = (x: number, y: number) => colourAt(Math.hypot(x - middle, y - middle), rings, pixelRatio);
	return { name, size, isDistance: false, colour };
}

/** Alpha tells the distance to the outline: three quarters on it, a full turn over eight pixels. */
function siteIcons(pixelRatio: number): Picture[] {
	const margin = (SITE_SIDE - 16) / 2;
	return Object.entries(SITE_ICONS).map(([kind, rings]) => ({
		name: `site-${kind}`,
		size: SITE_SIDE,
		isDistance: true,
		colour: (x, y) => {
			const distance = distanceToIcon(rings, x / pixelRatio - margin, y / pixelRatio - margin) * pixelRatio;
			return [0, 0, 0, Math.round(255 * Math.max(0, Math.min(1, 0.75 - distance / 8)))];
		},
	}));
}

/** Lays the discs over one another, each edge blended over one pixel. */
function colourAt(distance: number, rings: Icon['rings'], pixelRatio: number): number[] {
	let [red, green, blue, alpha] = [0, 0, 0, 0];
	for (const [radius, colour] of rings) {
		const cover = Math.min(1, Math.max(0, radius * pixelRatio - distance + 0.5)) * (colour[3] / 255);
		const total = cover + alpha * (1 - cover);
		if (total === 0) continue;
		const mix = (under: number, over: number) => (over * cover + under * alpha * (1 - cover)) / total;
		[red, green, blue, alpha] = [mix(red, colour[0]), mix(green, colour[1]), mix(blue, colour[2]), total];
	}
	return [red, green, blue, alpha * 255].map(Math.round);
}
