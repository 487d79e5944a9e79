import type { Feature, Point } from 'geojson';

export interface SeaProperties {
	name: string;
	rank: 1 | 2 | 3 | 4;
}

/** Oceans (1), seas and large gulfs (2), smaller ones (3), narrow waters (4); `[name, rank, lng, lat]`, placed by hand. */
const SEAS: readonly [name: string, rank: 1 | 2 | 3 | 4, lng: number, lat: number][] = [
	['Arctic Ocean', 1, 170, 78],
	['Atlantic Ocean', 1, -32, 31],
	['Atlantic Ocean', 1, -16, -22],
	['Indian Ocean', 1, 77, -18],
	['Pacific Ocean', 1, -150, 22],
	['Pacific Ocean', 1, 160, 22],
	['Pacific Ocean', 1, -120, -24],
	['Southern Ocean', 1, 40, -60],
	['Adriatic Sea', 3, 15.3, 43],
	['Aegean Sea', 3, 24.9, 38.6],
	['Andaman Sea', 2, 95.5, 10.5],
	['Arabian Sea', 2, 63.5, 16.5],
	['Bab al-Mandab', 4, 43.25, 12.75],
	['Baltic Sea', 2, 19.5, 57],
	['Barents Sea', 2, 42, 74],
	['Bay of Bengal', 2, 88, 14.5],
	['Bay of Biscay', 2, -5, 45.4],
	['Bering Sea', 2, -178, 58],
	['Black Sea', 2, 34.3, 43.3],
	['Caribbean Sea', 2, -75, 15],
	['Caspian Sea', 2, 50.6, 41.6],
	['Coral Sea', 2, 156, -17],
	['East China Sea', 2, 125, 29],
	['Gulf of Aden', 2, 48, 12.4],
	['Gulf of Alaska', 2, -146, 57],
	['Gulf of Aqaba', 4, 34.72, 28.75],
	['Gulf of Bahrain', 4, 50.45, 25.55],
	['Gulf of Guinea', 2, 3, 2.5],
	['Gulf of Mexico', 2, -90.5, 25],
	['Gulf of Oman', 3, 58.7, 24.75],
	['Gulf of Sidra', 3, 18.5, 31.9],
	['Gulf of Suez', 4, 33.05, 28.75],
	['Hudson Bay', 2, -85.5, 60],
	['Ionian Sea', 3, 18.8, 37.6],
	['Levantine Sea', 3, 32.3, 33.5],
	['Mediterranean Sea', 2, 29, 34.1],
	['Mediterranean Sea', 2, 5.5, 38.6],
	['North Sea', 2, 3, 56.5],
	['Norwegian Sea', 2, 3, 67],
	['Persian Gulf', 2, 51.6, 27.2],
	['Philippine Sea', 2, 133, 19],
	['Red Sea', 2, 38.2, 20.6],
	['Sea of Azov', 4, 36.6, 46.1],
	['Sea of Japan', 2, 134.5, 40],
	['Sea of Marmara', 4, 28.15, 40.72],
	['Sea of Okhotsk', 2, 149, 54],
	['South China Sea', 2, 114, 13],
	['Strait of Hormuz', 4, 56.45, 26.55],
	['Tasman Sea', 2, 160, -38],
	['Tyrrhenian Sea', 3, 12.2, 40],
];

/** Label points of the seas that are wide enough to be named at a zoom level. */
export function seaLabels(zoom: number): Feature<Point, SeaProperties>[] {
	const maxRank = zoom < 2 ? 1 : zoom < 4 ? 2 : zoom < 6 ? 3 : 4;
	return SEAS.filter(([, rank]) => rank <= maxRank).map(([name, rank, lng, lat]) => ({
		type: 'Feature',
		properties: { name, rank },
		geometry: { type: 'Point', coordinates: [lng, lat] },
	}));
}
