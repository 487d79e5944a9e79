import type { PageFacts } from '../../lib/export/schema-org.ts';
import { reportThing } from '../../lib/export/schema-things.ts';
import type { Claim } from '../../lib/model/claim.ts';
import type { Report } from '../../lib/model/report.ts';
import { pageAddress } from '../../lib/view/page-address.ts';
import { drawLocator } from './draw-locator.ts';
import { PAGE_LOOK } from './locator-look.ts';
import { recordsSubject } from './locator-subjects.ts';
import { latestChange, type PageAtlas } from './page-atlas.ts';
import { addressesFrom, pageCitation, pageHead, type SiteAddress } from './page-site.ts';
import { nameOf, type RecordName } from './record-page.ts';

/** A claim with the record it supports. */
export interface ReadClaim {
	readonly claim: Claim;
	readonly record: RecordName;
}

/** All that the page of a report shows. */
export async function reportPage(id: string, atlas: PageAtlas, site: SiteAddress, description: string) {
	const report = atlas.reports.get(id)!;
	const claims = claimsOf(id, atlas);
	const records = recordsOfReport(id, atlas);
	const changed = latestChange(
		records.map((record) => record.id),
		atlas,
	);
	const facts = reportFacts(report, description, changed);
	const { actors, reports } = atlas;
	return {
		report,
		claims,
		records,
		actors,
		map: await drawLocator(atlas.root, recordsSubject(records, atlas), PAGE_LOOK),
		citation: pageCitation(facts, site),
		head: pageHead(facts, reportThing(report, { actors, reports, addressOf: addressesFrom(facts.path, site) }), site),
	};
}

/** Records that a report bears on. */
export function recordsOfReport(id: string, atlas: PageAtlas) {
	return atlas.features.filter(({ properties }) => properties.reports.includes(id));
}

/** Every claim read from a report, in the order in which it stands there. */
function claimsOf(id: string, atlas: PageAtlas): ReadClaim[] {
	return atlas.features
		.flatMap((record) =>
			record.properties.claims
				.filter((claim) => claim.report === id)
				.map((claim) => ({ claim, record: nameOf(record)! })),
		)
		.sort((a, b) => a.claim.paragraph - b.claim.paragraph || a.claim.sentence - b.claim.sentence);
}

function reportFacts({ id, label }: Report, description: string, changed: string | null): PageFacts {
	return { path: pageAddress('report', id), title: label, description, changed, above: [], about: 'report' };
}
