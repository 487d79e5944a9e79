import type { Locator } from '../../lib/model/report.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'claim-locators',
	description: 'Every locator points to a report that exists, and to a paragraph and sentence it has.',
	scope: 'records',
	check(atlas, report) {
		for (const { file, value } of atlas.records) {
			for (const { path, locator } of locators(value)) {
				const source = atlas.reportById.get(locator.report);
				if (!source) {
					if (atlas.isUnreadable('report', locator.report)) continue;
					const known = [...atlas.reportById.keys()].join(', ');
					const message = `there is no report "${locator.report}"`;
					report({
						file,
						path: `${path}report`,
						message,
						fix: `name one of ${known}, or add geodata/reports/${locator.report}.json`,
					});
					continue;
				}
				const paragraphs = source.outline.length;
				const sentences = source.outline[locator.paragraph - 1];
				if (sentences === undefined) {
					const message = `${locator.report} has no paragraph ${locator.paragraph}`;
					report({ file, path: `${path}paragraph`, message, fix: `paragraphs run from 1 to ${paragraphs}` });
				} else if (locator.sentence > sentences) {
					const message = `paragraph ${locator.paragraph} of ${locator.report} has no sentence ${locator.sentence}`;
					report({ file, path: `${path}sentence`, message, fix: `its sentences run from 1 to ${sentences}` });
				}
			}
		}
	},
};

function locators(record: AtlasRecord): { path: string; locator: Locator }[] {
	return [
		{ path: 'when.locator.', locator: record.when.locator },
		...record.claims.map((claim, i) => ({ path: `claims[${i}].`, locator: claim })),
		...record.links.map((link, i) => ({ path: `links[${i}].locator.`, locator: link.locator })),
		...(record.unit === 'incident' ? record.route : []).map(({ locator }, i) => ({
			path: `route[${i}].locator.`,
			locator,
		})),
	];
}
