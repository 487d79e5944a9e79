import type * as v from 'valibot';
import { ActorFile } from '../../lib/model/actor.ts';
import { CorrectionFile, PublishedFile } from '../../lib/model/correction.ts';
import { PlaceFile } from '../../lib/model/place.ts';
import { AtlasRecord } from '../../lib/model/record.ts';
import { Report } from '../../lib/model/report.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Source } from '../read-geodata.ts';
import type { Check } from './check.ts';

export const check: Check = {
	name: 'canonical-form',
	description:
		'Every file is written in the one canonical form, so that a difference between versions shows meaning only.',
	scope: 'all',
	check({ reports, actors, records, places, corrections, published }, report) {
		const compare = (sources: readonly Source<unknown>[], schema: v.GenericSchema) => {
			for (const { file, text, value } of sources) {
				const expected = canonicalJson(schema, value);
				if (text === expected) continue;
				const line = firstDifference(text, expected);
				report({ file, path: '', message: `is not in canonical form from line ${line} on`, fix: 'run `npm run fix`' });
			}
		};
		compare(reports, Report);
		compare(actors, ActorFile);
		compare(records, AtlasRecord);
		compare(places, PlaceFile);
		compare(corrections, CorrectionFile);
		compare(published, PublishedFile);
	},
};

function firstDifference(text: string, expected: string): number {
	const ours = text.split('\n');
	const theirs = expected.split('\n');
	const index = ours.findIndex((line, i) => line !== theirs[i]);
	return (index === -1 ? Math.min(ours.length, theirs.length) : index) + 1;
}
