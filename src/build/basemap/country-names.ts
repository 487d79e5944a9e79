/** Names that world-atlas abbreviates or that have changed, written out. */
export const FULL_COUNTRY_NAMES: Readonly<Record<string, string>> = {
	'Antigua and Barb.': 'Antigua and Barbuda',
	'Bosnia and Herz.': 'Bosnia and Herzegovina',
	'Br. Indian Ocean Ter.': 'British Indian Ocean Territory',
	'British Virgin Is.': 'British Virgin Islands',
	'Cabo Verde': 'Cape Verde',
	'Cayman Is.': 'Cayman Islands',
	'Central African Rep.': 'Central African Republic',
	Congo: 'Republic of the Congo',
	'Cook Is.': 'Cook Islands',
	'Dem. Rep. Congo': 'Democratic Republic of the Congo',
	'Dominican Rep.': 'Dominican Republic',
	'Eq. Guinea': 'Equatorial Guinea',
	'Faeroe Is.': 'Faroe Islands',
	'Falkland Is.': 'Falkland Islands',
	'Fr. Polynesia': 'French Polynesia',
	Macedonia: 'North Macedonia',
	'Marshall Is.': 'Marshall Islands',
	'N. Cyprus': 'Northern Cyprus',
	'N. Mariana Is.': 'Northern Mariana Islands',
	'Pitcairn Is.': 'Pitcairn Islands',
	'S. Sudan': 'South Sudan',
	'Solomon Is.': 'Solomon Islands',
	'St. Kitts and Nevis': 'Saint Kitts and Nevis',
	'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
	'São Tomé and Principe': 'São Tomé and Príncipe',
	'Turks and Caicos Is.': 'Turks and Caicos Islands',
	'United States of America': 'United States',
	'U.S. Virgin Is.': 'U.S. Virgin Islands',
	'W. Sahara': 'Western Sahara',
	eSwatini: 'Eswatini',
};

/** Dependencies, and states or regions whose status is disputed: labelled as territories, later and smaller. */
export const TERRITORIES: readonly string[] = [
	...['American Samoa', 'Anguilla', 'Antarctica', 'Aruba', 'Bermuda', 'British Virgin Is.', 'Cayman Is.', 'Cook Is.'],
	...[
		'Curaçao',
		'Faeroe Is.',
		'Falkland Is.',
		'Fr. Polynesia',
		'Gibraltar',
		'Greenland',
		'Guam',
		'Guernsey',
		'Hong Kong',
	],
	...[
		'Isle of Man',
		'Jersey',
		'Macao',
		'Montserrat',
		'N. Cyprus',
		'N. Mariana Is.',
		'New Caledonia',
		'Niue',
		'Pitcairn Is.',
	],
	...[
		'Puerto Rico',
		'Saint Helena',
		'Sint Maarten',
		'Somaliland',
		'St-Barthélemy',
		'St-Martin',
		'Turks and Caicos Is.',
	],
	...['U.S. Virgin Is.', 'W. Sahara', 'Åland'],
];

/** Reefs, bases, leases and far islands that get no label of their own. */
export const UNLABELLED: readonly string[] = [
	...[
		'Akrotiri',
		'Ashmore and Cartier Is.',
		'Baikonur',
		'Bajo Nuevo Bank',
		'Br. Indian Ocean Ter.',
		'Clipperton I.',
		'Coral Sea Is.',
	],
	...[
		'Cyprus U.N. Buffer Zone',
		'Dhekelia',
		'Fr. S. Antarctic Lands',
		'Heard I. and McDonald Is.',
		'Indian Ocean Ter.',
	],
	...['Norfolk Island', 'S. Geo. and the Is.', 'Scarborough Reef', 'Serranilla Bank', 'Siachen Glacier', 'Spratly Is.'],
	...['St. Pierre and Miquelon', 'U.S. Minor Outlying Is.', 'USNB Guantanamo Bay', 'Wallis and Futuna Is.'],
];

/** Small countries at the centre of the map: named earlier than their area would have it. */
export const EARLY_LABELS: readonly string[] = [
	'Armenia',
	'Bahrain',
	'Cyprus',
	'Israel',
	'Kuwait',
	'Lebanon',
	'Palestine',
	'Qatar',
];

/** As `COUNTRY_LABEL_PLACES`, where there is room in the country itself once the map is near. */
export const NEAR_LABEL_PLACES: Readonly<Record<string, [number, number]>> = {
	Palestine: [35.24, 32.08],
};

/** Label places chosen by eye: `[lng, lat]`. */
export const COUNTRY_LABEL_PLACES: Readonly<Record<string, [number, number]>> = {
	Afghanistan: [65.8, 33.8],
	Armenia: [44.9, 40.78],
	Azerbaijan: [47.5, 40.72],
	Bahrain: [50.56, 25.98],
	Canada: [-106, 57.5],
	Cyprus: [32.9, 34.85],
	'N. Cyprus': [33.55, 35.29],
	Egypt: [29.4, 27.3],
	France: [2.6, 46.7],
	Georgia: [43.1, 42.25],
	Greece: [22, 39.6],
	Iran: [54.4, 32.3],
	Iraq: [42.3, 33.1],
	Israel: [34.8, 30.6],
	Jordan: [37.1, 30.95],
	Kuwait: [47.55, 29.35],
	Lebanon: [35.85, 34.36],
	Norway: [9.2, 61.2],
	Oman: [56.6, 20.9],
	Palestine: [34.85, 32.27],
	Qatar: [51.2, 25.35],
	'Saudi Arabia': [44.6, 23.6],
	Sudan: [29.8, 15.6],
	Syria: [38.7, 35.05],
	Turkey: [34.9, 39.1],
	Turkmenistan: [58.7, 39.3],
	'United Arab Emirates': [54.3, 23.6],
	'United States of America': [-98.5, 39.5],
	Yemen: [47.6, 15.8],
};
