/** Colours of the basemap by what they paint; muted, so that incidents are the only strong colour on the page. */
export interface BasemapPalette {
	ocean: string;
	land: string;
	coast: string;
	provinceBorder: string;
	borderHalo: string;
	border: string;
	disputedBorder: string;
	seaLabel: string;
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
		coast: '#b4c4d0',
		provinceBorder: '#dcd8d0',
		borderHalo: '#ebe8e1',
		border: '#a8a49d',
		disputedBorder: '#918c84',
		seaLabel: '#6f8ba1',
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
		coast: '#2f3b47',
		provinceBorder: '#2e3843',
		borderHalo: '#232c37',
		border: '#56626f',
		disputedBorder: '#6b7784',
		seaLabel: '#587489',
		provinceLabel: '#6b7683',
		cityLabel: '#98a3af',
		capitalLabel: '#d9dfe6',
		territoryLabel: '#6f7a86',
		countryLabel: '#8a95a1',
		landHalo: '#1c232c',
		oceanHalo: '#0d1218',
	},
};
