/** Colours of the basemap by what they paint; muted, so that incidents are the only strong colour on the page. */
export interface BasemapPalette {
	ocean: string;
	land: string;
	coast: string;
	/** Lakes, wide rivers. */
	water: string;
	waterEdge: string;
	river: string;
	/** A river whose banks lie apart. */
	wideRiver: string;
	urban: string;
	/** Strength of the relief, 0 to 1: shadows tell on light ground, light on dark. */
	reliefOpacity: number;
	provinceBorder: string;
	borderHalo: string;
	border: string;
	disputedBorder: string;
	seaLabel: string;
	waterLabel: string;
	naturalLabel: string;
	site: string;
	siteLabel: string;
	provinceLabel: string;
	cityLabel: string;
	capitalLabel: string;
	territoryLabel: string;
	countryLabel: string;
	landHalo: string;
	oceanHalo: string;
}

export type BasemapTheme = 'light' | 'dark';

export const BASEMAP_PALETTES: Readonly<Record<BasemapTheme, BasemapPalette>> = {
	light: {
		ocean: '#d3dee6',
		land: '#f7f6f3',
		coast: '#a9bccb',
		water: '#cfdce5',
		waterEdge: '#b3c6d4',
		river: '#b0c6d6',
		wideRiver: '#bccfdd',
		urban: '#ddd5c8',
		reliefOpacity: 0.58,
		provinceBorder: '#d6d1c8',
		borderHalo: '#ebe8e1',
		border: '#918c84',
		disputedBorder: '#7f7a72',
		seaLabel: '#62809a',
		waterLabel: '#6484a0',
		naturalLabel: '#a39a8a',
		site: '#68727e',
		siteLabel: '#525c68',
		provinceLabel: '#9a968e',
		cityLabel: '#5b626c',
		capitalLabel: '#2a3038',
		territoryLabel: '#83878d',
		countryLabel: '#70757d',
		landHalo: '#f7f6f3',
		oceanHalo: '#d3dee6',
	},
	dark: {
		ocean: '#0d1218',
		land: '#1c232c',
		coast: '#34424f',
		water: '#0f1a25',
		waterEdge: '#2f4658',
		river: '#2c4a61',
		wideRiver: '#1c303f',
		urban: '#343c46',
		reliefOpacity: 0.72,
		provinceBorder: '#2e3843',
		borderHalo: '#232c37',
		border: '#66737f',
		disputedBorder: '#798692',
		seaLabel: '#587489',
		waterLabel: '#5b7c94',
		naturalLabel: '#6c6a64',
		site: '#8f9ba8',
		siteLabel: '#9ba6b2',
		provinceLabel: '#6b7683',
		cityLabel: '#a2adb8',
		capitalLabel: '#d9dfe6',
		territoryLabel: '#6f7a86',
		countryLabel: '#98a3af',
		landHalo: '#1c232c',
		oceanHalo: '#0d1218',
	},
};
