/** A citation in CSL-JSON, the form every reference manager reads; the other forms are made from it. */
export interface CslItem {
	readonly id: string;
	readonly type: 'dataset' | 'webpage';
	readonly title: string;
	readonly author: readonly { readonly literal: string }[];
	readonly 'container-title': string;
	/** Year, month, day of the version cited. */
	readonly issued?: { readonly 'date-parts': readonly (readonly [number, number, number])[] };
	readonly URL?: string;
	readonly language: 'en';
}

export interface Cited {
	/** Permanent name of the page: its address without slashes at its ends. */
	readonly path: string;
	readonly title: string;
	/** ISO date of the latest change of what the page shows, where one is on file. */
	readonly changed: string | null;
	/** Absolute address; `null` where the site was built without knowing its own. */
	readonly url: string | null;
}

const ATLAS = 'Escalation Atlas';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The citation of a page. Its date is that of the data: the same data are cited alike on every day. */
export function cslItem({ path, title, changed, url }: Cited): CslItem {
	const parts = changed?.split('-').map(Number) as [number, number, number] | undefined;
	return {
		id: path.replaceAll('/', '-'),
		type: path.startsWith('record/') ? 'dataset' : 'webpage',
		title,
		author: [{ literal: ATLAS }],
		'container-title': ATLAS,
		...(parts ? { issued: { 'date-parts': [parts] } } : {}),
		...(url === null ? {} : { URL: url }),
		language: 'en',
	};
}

/** The citation in the style of the APA, 7th edition: the site is author and publisher, so it is named once. */
export function apaCitation({ author, title, type, issued, URL }: CslItem): string {
	const [year, month, day] = issued?.['date-parts'][0] ?? [];
	const date = year === undefined ? 'n.d.' : `${year}, ${MONTHS[month! - 1]} ${day}`;
	const form = type === 'dataset' ? ' [Data set]' : '';
	const end = URL === undefined ? '' : ` ${URL}`;
	return `${author[0]!.literal}. (${date}). ${title}${form}.${end}`;
}
