/**
 * Borders that are drawn dashed. Natural Earth draws who holds the ground; a line here says that this is not
 * settled, not who is right. Names are those of world-atlas. `within` limits the entry to a stretch
 * ([west, south, east, north]); without it the whole border between the two is meant.
 */
export interface DisputedBorder {
	between: [string, string];
	within?: [number, number, number, number];
	why: string;
}

export const DISPUTED_BORDERS: readonly DisputedBorder[] = [
	{ between: ['Israel', 'Palestine'], why: 'Armistice lines of 1949; the border is left to final status talks' },
	{
		between: ['Israel', 'Syria'],
		why: 'Ceasefire line of 1974; the Golan Heights are occupied, and annexed in 1981 without wide recognition',
	},
	{ between: ['Israel', 'Lebanon'], why: 'Blue Line of 2000: a line of withdrawal, not an agreed border' },
	{ between: ['Cyprus', 'Cyprus U.N. Buffer Zone'], why: 'Ceasefire line of 1974' },
	{
		between: ['Cyprus U.N. Buffer Zone', 'N. Cyprus'],
		why: 'Ceasefire line of 1974; the north is recognised by Turkey only',
	},
	{ between: ['Dhekelia', 'N. Cyprus'], why: 'Ceasefire line of 1974; the north is recognised by Turkey only' },
	{
		between: ['Egypt', 'Sudan'],
		within: [33.1, 21.5, 37.5, 22.5],
		why: 'Halaib triangle, claimed by both, and Bir Tawil, claimed by neither',
	},
	{ between: ['S. Sudan', 'Sudan'], why: 'Not demarcated; Abyei and other stretches are claimed by both' },
	{ between: ['Morocco', 'W. Sahara'], why: 'Status of Western Sahara is open' },
	{ between: ['Somalia', 'Somaliland'], why: 'Somaliland declared independence in 1991, with little recognition' },
	{ between: ['Kosovo', 'Serbia'], why: 'Independence of Kosovo is not recognised by Serbia and others' },
	{
		between: ['Russia', 'Ukraine'],
		within: [32, 45, 36.8, 46.3],
		why: 'Crimea, annexed by Russia in 2014; the United Nations holds it to be Ukraine',
	},
	{ between: ['India', 'Pakistan'], within: [73.4, 32.4, 77.9, 35.6], why: 'Line of Control in Kashmir' },
	{ between: ['India', 'Siachen Glacier'], why: 'Siachen glacier, claimed by both India and Pakistan' },
	{ between: ['Pakistan', 'Siachen Glacier'], why: 'Siachen glacier, claimed by both India and Pakistan' },
	{ between: ['China', 'Siachen Glacier'], why: 'Siachen glacier and Shaksgam valley' },
	{ between: ['China', 'Pakistan'], why: 'Trans-Karakoram tract, ceded to China in 1963 and claimed by India' },
	{ between: ['China', 'India'], why: 'Line of Actual Control: Aksai Chin and Arunachal Pradesh' },
	{ between: ['Bhutan', 'China'], why: 'Border talks are not concluded' },
	{ between: ['North Korea', 'South Korea'], why: 'Military Demarcation Line of 1953' },
];

/** Bases and leases that Natural Earth cuts out of a country: no border is drawn around them. */
export const NO_BORDER_AROUND: readonly string[] = ['Akrotiri', 'Baikonur', 'Dhekelia', 'USNB Guantanamo Bay'];
