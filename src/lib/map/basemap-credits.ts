/** Whose data is drawn, to be named on the map. */
export interface Credit {
	name: string;
	licence: string;
	url: string;
}

const OURS: readonly Credit[] = [
	{ name: 'Natural Earth', licence: 'public domain', url: 'https://www.naturalearthdata.com/' },
	{ name: 'GSHHG', licence: 'LGPL 3', url: 'https://www.soest.hawaii.edu/pwessel/gshhg/' },
	{ name: 'NASA SRTM30, Marble', licence: 'public domain', url: 'https://marble.kde.org/' },
	{ name: 'GeoNames', licence: 'CC BY 4.0', url: 'https://www.geonames.org/' },
];
/** Archives in the Protomaps schema are made from these. */
const PROTOMAPS: readonly Credit[] = [
	{ name: 'OpenStreetMap', licence: 'ODbL', url: 'https://www.openstreetmap.org/copyright' },
	{ name: 'Protomaps', licence: 'BSD 3-Clause', url: 'https://protomaps.com/' },
];

/**
 * Credits of the basemap at an address, as `loadUserBasemap` takes it; of ours for none. What another style draws
 * cannot be known: it is named by its address, and its maker's terms apply.
 */
export function basemapCredits(address: string | null): readonly Credit[] {
	if (address === null || address.trim() === '') return OURS;
	if (/\.pmtiles([?#]|$)/.test(address)) return PROTOMAPS;
	return [{ name: address, licence: 'terms of its maker', url: address }];
}
