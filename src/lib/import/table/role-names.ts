import type { Role } from '../mapping.ts';

/** What people call a column of each role, in a dozen languages. Matched folded: no case, accents, spaces or signs. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
	id: 'id, event_id, event id cnty, data_id, incident_id, record_id, uid, uuid, guid, identifier, key, code, ref, reference, no, nr, number, n°, numero, nummer, رقم, المعرف, מזהה, номер, شناسه',
	title:
		'title, name, event, event name, headline, subject, label, incident, titre, titulo, titel, titolo, baslik, العنوان, عنوان, כותרת, название, заголовок',
	summary:
		'summary, description, desc, notes, note, narrative, details, detail, text, comment, comments, remarks, event_description, descripcion, beschreibung, descricao, descrizione, resume, aciklama, الوصف, وصف, ملاحظات, תיאור, описание, توضیحات, شرح',
	date: 'date, event_date, day, date_start, start_date, start, from, begin, began, date_begin, first day, incident_date, date of incident, date of event, date_edtf, when, datetime, timestamp, date et heure, jour, fecha, fecha inicio, datum, data, data inizio, data inicio, tarih, تاريخ, التاريخ, תאריך, дата, تاریخ',
	dateEnd:
		'date_end, end_date, end, to, until, last day, date fin, fecha fin, enddatum, data fine, data fim, bitis tarihi, تاريخ الانتهاء, дата окончания, תאריך סיום',
	time: 'time, hour, event_time, time of day, heure, hora, uhrzeit, zeit, ora, saat, الوقت, الساعة, שעה, время, ساعت',
	latitude:
		'latitude, lat, y, y_coord, ycoord, geo_lat, lat_dd, latitud, breitengrad, breite, latitudine, enlem, خط العرض, קו רוחב, широта, عرض جغرافیایی',
	longitude:
		'longitude, lon, lng, long, x, x_coord, xcoord, geo_lon, geo_long, lon_dd, longitud, langengrad, laengengrad, lange, laenge, longitudine, boylam, خط الطول, קו אורך, долгота, طول جغرافیایی',
	position:
		'coordinates, coordinate, coords, coord, position, latlon, latlng, lat lon, lat long, latitude longitude, gps, geo, geopoint, geom, geometry, wkt, point, geolocation, coordonnees, coordenadas, koordinaten, coordinate gps, koordinat, koordinatlar, الاحداثيات, إحداثيات, נקודות ציון, координаты, مختصات',
	place:
		'place, location, place_name, placename, site, city, town, village, locality, where, where_coordinates, place_as_written, lieu, ville, localite, lugar, ciudad, localidad, ort, stadt, luogo, citta, local, cidade, yer, sehir, المكان, الموقع, المدينة, מקום, עיר, место, город, населенный пункт, مکان, محل, شهر',
	admin1:
		'admin1, adm1, adm_1, province, governorate, state, region, muhafazah, oblast, department, departement, provincia, estado, provinz, bundesland, regione, regiao, il, vilayet, المحافظة, محافظة, מחוז, область, استان',
	country:
		'country, country_name, nation, iso3, country_code, pays, pais, land, paese, ulke, الدولة, البلد, دولة, מדינה, страна, کشور',
	kind: 'kind, type, event_type, sub_event_type, subeventtype, incident_type, attack_type, attacktype, category, class, what, type of incident, type evenement, tipo, tipo evento, art, typ, kategorie, categorie, categoria, tur, olay turu, النوع, نوع, סוג, тип, вид',
	perpetrators:
		'perpetrators, perpetrator, actor1, actor 1, actor, side_a, attacker, attackers, by whom, responsible, responsible party, belligerent, group, auteur, auteurs, autor, perpetrador, agresor, tater, taeter, autore, fail, الجاني, المنفذ, الفاعل, מבצע, исполнитель, عامل',
	targets:
		'targets, target, actor2, actor 2, side_b, victim, victims, against whom, target_type, cible, cibles, objetivo, blanco, ziel, opfer, obiettivo, alvo, hedef, الهدف, المستهدف, מטרה, цель, жертва, هدف',
	weapon:
		'weapon, weapons, weapon_type, weaptype, means, munition, munitions, weapon used, arme, armes, arma, armas, waffe, waffen, armi, silah, السلاح, سلاح, נשק, оружие',
	outcome:
		'outcome, result, status, strike_status, resultat, resultado, ergebnis, risultato, sonuc, النتيجة, תוצאה, результат, исход, نتیجه',
	killed:
		'killed, deaths, death, dead, fatalities, fatality, killed_best, best, nkill, death_toll, toll, number killed, no killed, casualties killed, morts, tues, deces, muertos, fallecidos, tote, getotete, opferzahl, morti, mortos, olu, oldurulen, القتلى, قتلى, الوفيات, הרוגים, погибшие, убитые, کشته, کشتگان',
	killedLow:
		'killed_low, low, min killed, killed min, deaths_low, deaths_min, fatalities_low, killed minimum, low estimate, minimum deaths, morts min, muertos min',
	killedHigh:
		'killed_high, high, max killed, killed max, deaths_high, deaths_max, fatalities_high, killed maximum, high estimate, maximum deaths, morts max, muertos max',
	injured:
		'injured, wounded, injuries, nwound, injured_best, number injured, blesses, heridos, lesionados, verletzte, verwundete, feriti, feridos, yarali, الجرحى, جرحى, المصابين, פצועים, раненые, пострадавшие, زخمی, مجروح',
	sources:
		'sources, source, source_url, url, urls, link, links, href, web, source_name, source_article, sourceurl, citation, reference url, fuente, fuentes, quelle, quellen, fonte, fonti, fontes, kaynak, المصدر, مصدر, المصادر, מקור, источник, ссылка, منبع',
};
