/** Months of the Gregorian calendar, January first, as people write them. Folded; abbreviations without their dot. */
const NAMES: readonly (readonly string[])[] = [
	'january jan janvier janv enero ene januar jaenner janner janeiro gennaio gen ocak января январь янв يناير ينایر ژانویه ינואר',
	'february feb fevrier fevr febrero februar fevereiro fev febbraio subat şubat февраля февраль фев فبراير شباط فوریه פברואר',
	'march mar mars marzo marz maerz marco mart марта март مارس آذار اذار מרץ מרס',
	'april apr avril avr abril abr aprile nisan апреля апрель апр ابريل أبريل نيسان آوریل אפריל',
	'may mai mayo maio maggio mag mayis мая май مايو أيار ايار مه מאי',
	'june jun juin junio juni junho giugno giu haziran июня июнь июн يونيو حزيران ژوئن יוני',
	'july jul juillet juil julio juli julho luglio lug temmuz июля июль июл يوليو تموز ژوئیه יולי',
	'august aug aout agosto ago agustos августа август авг اغسطس أغسطس آب اوت אוגוסט',
	'september sep sept septembre septiembre setembro set settembre eylul сентября сентябрь сен سبتمبر ايلول أيلول سپتامبر ספטמבר',
	'october oct octobre octubre oktober okt outubro out ottobre ott ekim октября октябрь окт اكتوبر أكتوبر اکتبر אוקטובר',
	'november nov novembre noviembre novembro kasim ноября ноябрь ноя نوفمبر نوامبر נובמבר',
	'december dec decembre diciembre dic dezember dez dezembro dicembre aralik декабря декабрь дек ديسمبر دسامبر דצמבר',
].map((line) => line.split(' '));

/** Months of the Levant whose words alone name two each. */
const LEVANTINE: Readonly<Record<string, number>> = {
	'كانون الثاني': 1,
	'تشرين الاول': 10,
	'تشرين الثاني': 11,
	'كانون الاول': 12,
};

/** Months of the Islamic, Persian and Hebrew calendars, which no rule here turns into a civil day. */
const OTHER_CALENDARS: Readonly<Record<string, string>> = Object.fromEntries(
	[
		[
			'Hijri',
			'muharram safar rabi jumada rajab shaban ramadan shawwal dhu dhul zilhijja محرم صفر ربيع جمادى رجب شعبان رمضان شوال',
		],
		[
			'Persian',
			'farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
		],
		[
			'Hebrew',
			'tishrei tishri heshvan cheshvan kislev tevet shvat shevat adar iyar sivan tamuz av elul תשרי חשוון כסלו טבת שבט אדר אייר סיוון',
		],
	].flatMap(([calendar, names]) => names!.split(' ').map((name) => [fold(name), calendar!])),
);

const BY_NAME = new Map<string, number>();
NAMES.forEach((names, index) => {
	for (const name of names.map(fold)) BY_NAME.set(name, index + 1);
});
for (const [name, month] of Object.entries(LEVANTINE)) BY_NAME.set(fold(name), month);

/** The month of a name in one of a dozen languages, 1 to 12; `null` if it is none. */
export function monthOf(name: string): number | null {
	return BY_NAME.get(fold(name)) ?? null;
}

/** The calendar that a month's name belongs to, where it is not the Gregorian one. */
export function otherCalendarOf(name: string): string | null {
	const folded = fold(name);
	return BY_NAME.has(folded) || !Object.hasOwn(OTHER_CALENDARS, folded) ? null : OTHER_CALENDARS[folded]!;
}

function fold(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/ı/g, 'i')
		.replace(/[.,]+$/, '');
}
