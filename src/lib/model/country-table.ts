/**
 * ISO 3166-1 alpha-3 | numeric | west south east north, degrees, of Natural Earth's outline (public domain), where the
 * country has one of its own | names it goes by in the files people bring. Kosovo has no ISO code; XKX is in use.
 */
const TABLE = `
	ABW|533|-70.1 12.4 -69.8 12.7|Aruba
	AFG|4|60.4 29.3 74.9 38.5|Afghanistan
	AGO|24|11.6 -18.1 24.1 -4.3|Angola
	AIA|660|-63.5 18.1 -62.9 18.7|Anguilla
	ALA|248|19.5 59.9 21.1 60.5|Åland
	ALB|8|19.2 39.6 21.1 42.7|Albania
	AND|20|1.4 42.4 1.8 42.7|Andorra
	ARE|784|51.5 22.6 56.4 26.1|United Arab Emirates|UAE
	ARG|32|-73.6 -55.1 -53.6 -21.7|Argentina
	ARM|51|43.4 38.8 46.7 41.3|Armenia
	ASM|16|-171.1 -14.6 -168.1 -11|American Samoa
	ATA|10|-180 -85.3 179.8 -60.5|Antarctica
	ATG|28|-61.9 16.9 -61.6 17.8|Antigua and Barbuda
	AUS|36|112.9 -54.8 159.2 -9.2|Australia
	AUT|40|9.5 46.3 17.2 49.1|Austria
	AZE|31|44.7 38.3 50.7 41.9|Azerbaijan
	BDI|108|28.9 -4.5 30.9 -2.3|Burundi
	BEL|56|2.5 49.4 6.4 51.5|Belgium
	BEN|204|0.7 6.2 3.9 12.4|Benin
	BFA|854|-5.6 9.3 2.4 15.1|Burkina Faso|Upper Volta
	BGD|50|88 20.7 92.7 26.7|Bangladesh
	BGR|100|22.3 41.2 28.7 44.3|Bulgaria
	BHR|48|50.4 25.7 50.7 26.3|Bahrain
	BHS|44|-79.6 20.9 -72.7 27|Bahamas|The Bahamas
	BIH|70|15.7 42.5 19.7 45.3|Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
	BLM|652|-62.9 17.8 -62.7 18|St-Barthélemy
	BLR|112|23.1 51.2 32.8 56.2|Belarus
	BLZ|84|-89.3 15.8 -87.7 18.5|Belize
	BMU|60|-64.9 32.2 -64.6 32.4|Bermuda
	BOL|68|-69.7 -22.9 -57.4 -9.6|Bolivia|Bolivia (Plurinational State of)|Plurinational State of Bolivia
	BRA|76|-74.1 -33.8 -28.8 5.3|Brazil
	BRB|52|-59.7 13 -59.4 13.4|Barbados
	BRN|96|114 4 115.4 5.1|Brunei|Brunei Darussalam
	BTN|64|88.7 26.6 92.1 28.4|Bhutan
	BWA|72|19.9 -26.9 29.4 -17.7|Botswana
	CAF|140|14.3 2.2 27.5 11.1|Central African Republic
	CAN|124|-141.1 41.6 -52.6 83.2|Canada
	CHE|756|5.9 45.8 10.5 47.9|Switzerland
	CHL|152|-109.5 -56 -66.4 -17.5|Chile
	CHN|156|73.6 15.7 134.8 53.6|China
	CIV|384|-8.7 4.3 -2.5 10.8|Côte d'Ivoire|Cote d'Ivoire|Ivory Coast
	CMR|120|8.5 1.6 16.3 13.1|Cameroon
	COD|180|12.2 -13.5 31.3 5.4|Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|DR Congo (Zaire)|Zaire|Congo (Kinshasa)|Congo, The Democratic Republic of the
	COG|178|11.1 -5.1 18.7 3.8|Republic of the Congo|Congo|Congo-Brazzaville|Congo (Brazzaville)
	COK|184|-165.9 -22 -157.3 -8.9|Cook Islands
	COL|170|-81.8 -4.3 -66.8 13.6|Colombia
	COM|174|43.2 -12.4 44.6 -11.3|Comoros
	CPV|132|-25.4 14.8 -22.6 17.2|Cape Verde|Cabo Verde
	CRI|188|-87.2 5.5 -82.5 11.3|Costa Rica
	CUB|192|-85 19.8 -74.1 23.3|Cuba
	CUW|531|-69.2 12 -68.7 12.4|Curaçao
	CYM|136|-81.5 19.2 -79.7 19.8|Cayman Islands
	CYP|196|32.2 34.6 34.1 35.2|Cyprus
	CZE|203|12 48.5 18.9 51.1|Czechia|Czech Republic
	DEU|276|5.8 47.2 15.1 55.1|Germany
	DJI|262|41.7 10.9 43.5 12.8|Djibouti
	DMA|212|-61.5 15.2 -61.2 15.7|Dominica
	DNK|208|8 54.5 15.2 57.8|Denmark
	DOM|214|-72.1 17.5 -68.3 20|Dominican Republic
	DZA|12|-8.7 18.9 12 37.1|Algeria
	ECU|218|-92.1 -5.1 -75.2 1.7|Ecuador
	EGY|818|24.6 21.9 36.9 31.7|Egypt
	ERI|232|36.4 12.3 43.2 18.1|Eritrea
	ESH|732|-17.2 20.7 -8.6 27.7|Western Sahara
	ESP|724|-18.2 27.6 4.4 43.8|Spain
	EST|233|21.8 57.5 28.2 59.7|Estonia
	ETH|231|32.9 3.4 48 14.9|Ethiopia
	FIN|246|20.6 59.8 31.6 70.1|Finland
	FJI|242|-180 -21.8 180 -12.4|Fiji
	FLK|238|-61.4 -52.5 -57.7 -51|Falkland Islands
	FRA|250|-61.8 -21.4 55.9 51.1|France
	FRO|234|-7.7 61.3 -6.2 62.4|Faroe Islands
	FSM|583|138 0.9 163.1 9.8|Micronesia
	GAB|266|8.6 -4 14.5 2.4|Gabon
	GBR|826|-13.7 49.9 1.8 60.9|United Kingdom|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland
	GEO|268|39.9 41 46.7 43.6|Georgia
	GGY|831|-2.7 49.4 -2.1 49.8|Guernsey
	GHA|288|-3.3 4.7 1.2 11.2|Ghana
	GIB|292|-5.4 36.1 -5.3 36.2|Gibraltar
	GIN|324|-15.1 7.1 -7.6 12.7|Guinea
	GLP|312|-|Guadeloupe
	GMB|270|-16.9 13 -13.8 13.9|Gambia|The Gambia
	GNB|624|-16.8 10.9 -13.6 12.7|Guinea-Bissau
	GNQ|226|5.6 -1.5 11.4 3.8|Equatorial Guinea
	GRC|300|19.6 34.8 28.3 41.8|Greece
	GRD|308|-61.8 12 -61.4 12.6|Grenada
	GRL|304|-73.1 59.7 -11.3 83.7|Greenland
	GTM|320|-92.3 13.7 -88.2 17.9|Guatemala
	GUF|254|-|French Guiana
	GUM|316|144.6 13.2 145 13.7|Guam
	GUY|328|-61.4 1.1 -56.4 8.6|Guyana
	HKG|344|113.8 22.1 114.5 22.6|Hong Kong
	HND|340|-89.4 12.9 -83.1 17.5|Honduras
	HRV|191|13.5 42.4 19.5 46.6|Croatia
	HTI|332|-74.5 18 -71.6 20.1|Haiti
	HUN|348|16 45.7 22.9 48.6|Hungary
	IDN|360|95 -11 141 6|Indonesia
	IMN|833|-4.8 54 -4.3 54.5|Isle of Man
	IND|356|68.1 6.7 97.4 35.5|India
	IOT|86|71.2 -7.5 72.5 -5.2|British Indian Ocean Territory
	IRL|372|-10.5 51.4 -5.9 55.4|Ireland
	IRN|364|44 25 63.4 39.8|Iran|Iran, Islamic Republic of|Islamic Republic of Iran
	IRQ|368|38.7 29 48.6 37.4|Iraq
	ISL|352|-24.6 63.3 -13.5 66.6|Iceland
	ISR|376|34.2 29.4 35.9 33.5|Israel
	ITA|380|6.6 35.4 18.6 47.1|Italy
	JAM|388|-78.4 17.7 -76.1 18.6|Jamaica
	JEY|832|-2.3 49.1 -2 49.3|Jersey
	JOR|400|34.9 29.1 39.3 33.4|Jordan
	JPN|392|122.9 24.2 154 45.6|Japan
	KAZ|398|46.4 40.5 87.4 55.5|Kazakhstan
	KEN|404|33.8 -4.7 41.9 5.1|Kenya
	KGZ|417|69.2 39.1 80.3 43.3|Kyrgyzstan|Kyrgyz Republic
	KHM|116|102.3 10.4 107.7 14.8|Cambodia|Kampuchea
	KIR|296|-174.6 -11.5 176.9 4.8|Kiribati
	KNA|659|-62.9 17.1 -62.5 17.5|Saint Kitts and Nevis
	KOR|410|124.6 33.1 131.9 38.7|South Korea|Republic of Korea|Korea, Republic of
	KWT|414|46.5 28.5 48.5 30.1|Kuwait
	LAO|418|100 13.9 107.7 22.5|Laos|Lao People's Democratic Republic|Lao PDR
	LBN|422|35 33 36.7 34.7|Lebanon
	LBR|430|-11.5 4.3 -7.3 8.6|Liberia
	LBY|434|9.2 19.4 25.2 33.2|Libya|Libyan Arab Jamahiriya
	LCA|662|-61.1 13.7 -60.8 14.2|Saint Lucia
	LIE|438|9.4 47 9.7 47.3|Liechtenstein
	LKA|144|79.6 5.9 81.9 9.9|Sri Lanka
	LSO|426|27 -30.7 29.5 -28.5|Lesotho
	LTU|440|20.9 53.8 26.9 56.5|Lithuania
	LUX|442|5.7 49.4 6.6 50.2|Luxembourg
	LVA|428|20.9 55.6 28.3 58.1|Latvia
	MAC|446|113.5 22.1 113.6 22.3|Macao|Macau
	MAF|663|-63.2 18 -63 18.2|St-Martin
	MAR|504|-17.1 21.4 -1 36|Morocco
	MCO|492|7.3 43.7 7.5 43.8|Monaco
	MDA|498|26.6 45.4 30.2 48.5|Moldova|Republic of Moldova
	MDG|450|43.2 -25.6 50.6 -11.9|Madagascar
	MDV|462|72.6 -0.7 73.8 7.2|Maldives
	MEX|484|-118.4 14.5 -86.7 32.8|Mexico
	MHL|584|165.2 4.5 172.1 14.7|Marshall Islands
	MKD|807|20.4 40.8 23.1 42.4|North Macedonia|Macedonia|Macedonia, FYR|FYR Macedonia
	MLI|466|-12.3 10.1 4.3 25|Mali
	MLT|470|14.1 35.8 14.6 36.1|Malta
	MMR|104|92.1 9.7 101.2 28.6|Myanmar|Burma
	MNE|499|18.4 41.8 20.4 43.6|Montenegro
	MNG|496|87.7 41.5 120 52.2|Mongolia
	MNP|580|144.9 14.1 145.9 20.6|Northern Mariana Islands
	MOZ|508|30.2 -26.9 40.9 -10.4|Mozambique
	MRT|478|-17.1 14.7 -4.8 27.3|Mauritania
	MSR|500|-62.3 16.6 -62.1 16.9|Montserrat
	MTQ|474|-|Martinique
	MUS|480|56.5 -20.6 63.5 -10.3|Mauritius
	MWI|454|32.6 -17.2 36 -9.3|Malawi
	MYS|458|99.6 0.8 119.3 7.4|Malaysia
	MYT|175|-|Mayotte
	NAM|516|11.7 -29 25.3 -16.9|Namibia
	NCL|540|163.6 -22.7 171.4 -19.6|New Caledonia
	NER|562|0.1 11.6 16 23.6|Niger
	NFK|574|167.9 -29.1 168 -28.9|Norfolk Island
	NGA|566|2.6 4.2 14.7 13.9|Nigeria
	NIC|558|-87.7 10.7 -82.7 15.1|Nicaragua
	NIU|570|-170 -19.2 -169.7 -18.9|Niue
	NLD|528|-68.5 12 7.2 53.6|Netherlands|Holland
	NOR|578|-9.2 -54.5 33.7 80.8|Norway
	NPL|524|80 26.3 88.2 30.5|Nepal
	NRU|520|166.9 -0.6 167 -0.4|Nauru
	NZL|554|-178 -52.7 178.9 -8.5|New Zealand
	OMN|512|51.9 16.6 59.9 26.4|Oman
	PAK|586|60.8 23.6 77.1 37.1|Pakistan
	PAN|591|-83.1 7.2 -77.1 9.7|Panama
	PCN|612|-130.8 -25.1 -124.7 -23.9|Pitcairn Islands
	PER|604|-81.4 -18.4 -68.6 0|Peru
	PHL|608|116.9 4.6 126.7 21.2|Philippines
	PLW|585|131.1 2.9 134.8 8.1|Palau
	PNG|598|140.8 -11.7 156 -1.3|Papua New Guinea
	POL|616|14.1 48.9 24.2 54.9|Poland
	PRI|630|-68 17.9 -65.2 18.6|Puerto Rico
	PRK|408|124.2 37.6 130.8 43.1|North Korea|Democratic People's Republic of Korea|Korea, North
	PRT|620|-31.3 30 -6.2 42.2|Portugal
	PRY|600|-62.7 -27.6 -54.2 -19.2|Paraguay
	PSE|275|34.1 31.2 35.6 32.6|Palestine|Palestinian Territories|Palestinian Territory|Occupied Palestinian Territory|State of Palestine|Gaza Strip|West Bank|West Bank and Gaza
	PYF|258|-154.6 -27.7 -134.9 -7.9|French Polynesia
	QAT|634|50.7 24.5 51.7 26.2|Qatar
	REU|638|-|Réunion
	ROU|642|20.2 43.6 29.7 48.3|Romania|Rumania
	RUS|643|-180 41.1 180 81.9|Russia|Russian Federation
	RWA|646|28.8 -2.9 30.9 -1|Rwanda
	SAU|682|34.5 16.3 55.7 32.2|Saudi Arabia|KSA
	SDN|729|21.8 8.6 38.7 22.3|Sudan
	SEN|686|-17.6 12.3 -11.3 16.7|Senegal
	SGP|702|103.6 1.2 104.1 1.5|Singapore
	SHN|654|-14.5 -40.4 -5.6 -7.8|Saint Helena
	SLB|90|155.5 -12.3 168.9 -6.6|Solomon Islands
	SLE|694|-13.4 6.9 -10.2 10|Sierra Leone
	SLV|222|-90.2 13.1 -87.6 14.5|El Salvador
	SMR|674|12.3 43.8 12.5 44|San Marino
	SOM|706|40.9 -1.7 51.5 12|Somalia
	SRB|688|18.8 42.2 23 46.2|Serbia|Yugoslavia|Serbia and Montenegro
	SSD|728|24.1 3.4 36 12.3|South Sudan
	STP|678|6.4 0 7.5 1.7|São Tomé and Príncipe|São Tomé and Principe
	SUR|740|-58.1 1.8 -53.9 6.1|Suriname
	SVK|703|16.8 47.7 22.6 49.7|Slovakia|Slovak Republic
	SVN|705|13.3 45.4 16.6 46.9|Slovenia
	SWE|752|11.1 55.3 24.2 69.1|Sweden
	SWZ|748|30.7 -27.4 32.2 -25.7|Eswatini|eSwatini|Swaziland|Kingdom of eSwatini
	SXM|534|-63.2 18 -63 18.1|Sint Maarten
	SYC|690|46.2 -9.8 56.3 -3.7|Seychelles
	SYR|760|35.7 32.3 42.4 37.4|Syria|Syrian Arab Republic
	TCA|796|-72.5 21.2 -71.1 22|Turks and Caicos Islands
	TCD|148|13.4 7.4 24 23.5|Chad
	TGO|768|-0.2 6 1.8 11.2|Togo
	THA|764|97.3 5.6 105.7 20.5|Thailand
	TJK|762|67.3 36.6 75.2 41.1|Tajikistan
	TKM|795|52.4 35.1 66.7 42.8|Turkmenistan
	TLS|626|124 -9.6 127.4 -8.1|Timor-Leste|East Timor
	TON|776|-176.3 -22.4 -173.9 -15.5|Tonga
	TTO|780|-62 10 -60.5 11.4|Trinidad and Tobago
	TUN|788|7.4 30.2 11.6 37.4|Tunisia
	TUR|792|25.6 35.8 44.9 42.1|Turkey|Türkiye|Turkiye
	TUV|798|176.1 -9.5 180 -5.6|Tuvalu
	TWN|158|118.2 21.9 122.1 25.3|Taiwan|Taiwan, Province of China|Chinese Taipei
	TZA|834|29.3 -11.8 40.5 -0.9|Tanzania|United Republic of Tanzania
	UGA|800|29.5 -1.5 35.1 4.3|Uganda
	UKR|804|22.1 45.2 40.2 52.4|Ukraine
	URY|858|-58.5 -35 -53.1 -30|Uruguay
	USA|840|-179.2 18.9 179.8 71.5|United States|United States of America|USA|US
	UZB|860|55.9 37.1 73.2 45.6|Uzbekistan
	VAT|336|12.4 41.9 12.5 42|Vatican|Holy See|Vatican City
	VCT|670|-61.5 12.5 -61.1 13.4|Saint Vincent and the Grenadines
	VEN|862|-73.4 0.6 -59.8 15.8|Venezuela|Venezuela (Bolivarian Republic of)
	VGB|92|-64.8 18.3 -64.2 18.8|British Virgin Islands
	VIR|850|-65.1 17.6 -64.5 18.4|U.S. Virgin Islands
	VNM|704|102.1 8.5 109.5 23.4|Vietnam|Viet Nam
	VUT|548|166.5 -20.3 169.9 -13|Vanuatu
	WSM|882|-172.8 -14.1 -171.4 -13.4|Samoa
	YEM|887|42.5 12.1 54.6 19|Yemen|North Yemen|South Yemen
	ZAF|710|16.4 -47 38 -22.1|South Africa
	ZMB|894|21.9 -18.1 33.7 -8.1|Zambia
	ZWE|716|25.2 -22.4 33.1 -15.6|Zimbabwe|Rhodesia
	XKX||20 41.8 21.8 43.3|Kosovo
`;

interface Country {
	readonly alpha3: string;
	/** ISO 3166-1 numeric; `null` where ISO has none. */
	readonly numeric: number | null;
	/** The first of the names it goes by. */
	readonly name: string;
	/** West, south, east, north. `null` where the outline is part of another country's. */
	readonly box: readonly [number, number, number, number] | null;
}

const BY_NAME = new Map<string, Country>();
for (const line of TABLE.trim().split('\n')) {
	const [alpha3, numeric, box, ...names] = line.trim().split('|') as [string, string, string, ...string[]];
	const country: Country = {
		alpha3,
		numeric: numeric === '' ? null : Number(numeric),
		name: names[0]!,
		box: box === '-' ? null : (box.split(' ').map(Number) as never),
	};
	for (const name of [alpha3, numeric, ...names]) if (name !== '') BY_NAME.set(foldCountry(name), country);
}

/** The alpha-3 code of a country's English name, alpha-3 or numeric code (`Iraq`, `IRQ`, `368`); `null` if unknown. */
export function countryCode(text: string): string | null {
	return find(text)?.alpha3 ?? null;
}

/** Name and ISO numeric code of a country by its alpha-3 code, for exports in the columns of others. */
export function countryOf(alpha3: string | null): Pick<Country, 'name' | 'numeric'> | null {
	return alpha3 === null ? null : (find(alpha3) ?? null);
}

/** West, south, east and north of a country's outline, degrees; `null` where the country is unknown. */
export function countryBox(text: string): Country['box'] {
	return find(text)?.box ?? null;
}

/** With what stands in brackets, as in `Yemen (North Yemen)`, and without. */
function find(text: string): Country | undefined {
	return BY_NAME.get(foldCountry(text)) ?? BY_NAME.get(foldCountry(text.replace(/\([^()]*\)/g, '')));
}

function foldCountry(name: string): string {
	const folded = name
		.slice(0, 100)
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');
	return /^\d+$/.test(folded) ? String(Number(folded)) : folded;
}
