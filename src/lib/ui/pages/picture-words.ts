import type { Actor } from '../../model/actor.ts';
import type { PlaceFeature } from '../../model/layer-feature.ts';
import type { Report } from '../../model/report.ts';
import type { AnyFeature } from '../../view/links-to.ts';
import { formatEdtfLong } from '../format-date.ts';
import type { PageMessages } from '../messages/page-messages.ts';
import { describeActor, describePlace, describeReport } from './describe.ts';

/** The words on the picture that stands for a page where it is linked. */
export interface PictureWords {
	readonly kicker: string;
	readonly title: string;
	readonly facts: readonly string[];
	readonly judged: readonly string[];
}

/** A record: what, when, where as finely as known, and how sure. */
export function recordWords({ properties: p }: AnyFeature, language: string, m: PageMessages): PictureWords {
	const date = formatEdtfLong(p.date_edtf, language, m.vocabulary.about);
	if ('plover' in p) {
		return {
			kicker: `${m.pages.kinds.statement} · ${m.vocabulary.plover[p.plover]}`,
			title: p.title,
			facts: [date],
			judged: [],
		};
	}
	const kind = m.vocabulary.kinds[p.kind];
	if (!('attribution' in p))
		return { kicker: `${m.pages.kinds.aggregate} · ${kind}`, title: p.title, facts: [date], judged: [] };
	const isOwn = p.admin1 === null || p.admin1 === p.place_name;
	const place = p.place_name === null ? m.vocabulary.unlocated : isOwn ? p.place_name : `${p.place_name}, ${p.admin1}`;
	return {
		kicker: `${m.pages.kinds.incident} · ${kind}`,
		title: p.title,
		facts: [date, place],
		judged: [
			`${m.pages.attributionIs}: ${m.vocabulary.attributions[p.attribution].toLowerCase()}`,
			`${m.pages.gradingIs}: ${m.vocabulary.gradings[p.grading].toLowerCase()}`,
		],
	};
}

export function reportWords(
	report: Report,
	features: readonly AnyFeature[],
	language: string,
	m: PageMessages,
): PictureWords {
	const date = formatEdtfLong(report.published, language, m.vocabulary.about);
	return {
		kicker: `${m.pages.kinds.report} · ${m.vocabulary.reportKinds[report.kind]}`,
		title: report.label,
		facts: [date, describeReport(report, features, m)],
		judged: [],
	};
}

export function placeWords(place: PlaceFeature, country: string | null, m: PageMessages): PictureWords {
	return {
		kicker: m.pages.kinds.place,
		title: place.properties.name,
		facts: [describePlace(place, country, m)],
		judged: [],
	};
}

export function actorWords(actor: Actor, features: readonly AnyFeature[], m: PageMessages): PictureWords {
	return { kicker: m.pages.kinds.actor, title: actor.name, facts: [describeActor(actor, features, m)], judged: [] };
}
