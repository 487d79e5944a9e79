import type { Actor } from '../model/actor.ts';
import { lineage } from '../model/attribution.ts';
import type { Claim } from '../model/claim.ts';
import { claimantKey } from '../model/grading.ts';
import type { Teller } from '../model/reading.ts';
import { type ClaimantKind, CLAIMANT_KINDS, keysOf } from '../model/vocabulary.ts';
import { incidentFeatures } from './all-features.ts';
import type { AtlasData } from './atlas-data.ts';

/** Somebody as told by whom a reader may have the map, and how many incidents they speak of. */
export interface TellerChoice {
	readonly teller: Teller;
	/** Those that would be on the map if nothing else were asked for. */
	readonly incidents: number;
}

/** All whose account can be asked for: claimants, and those they belong to, by kind of claimant; and reports. */
export interface TellerChoices {
	readonly claimants: readonly { readonly kind: ClaimantKind; readonly choices: readonly TellerChoice[] }[];
	readonly reports: readonly TellerChoice[];
}

/** Looks at every claim, so it is for who opens the control. Who speaks of no incident is left out. */
export function tellerChoices(data: Pick<AtlasData, 'table' | 'actors'>): TellerChoices {
	const heard = new Map<string, { incidents: number; kinds: Map<ClaimantKind, number> }>();
	const reports = new Map<string, number>();
	for (const { properties } of incidentFeatures(data)) {
		const speaking = properties.claims.filter((claim) => claim.stance !== 'does-not-confirm');
		for (const id of new Set(speaking.map((claim) => claim.report))) reports.set(id, (reports.get(id) ?? 0) + 1);
		const here = new Set<string>();
		for (const claim of speaking) {
			for (const key of keysOfClaim(claim, data.actors)) {
				const entry = heard.get(key) ?? { incidents: 0, kinds: new Map<ClaimantKind, number>() };
				heard.set(key, entry);
				entry.kinds.set(claim.claimant_kind, (entry.kinds.get(claim.claimant_kind) ?? 0) + 1);
				if (!here.has(key)) entry.incidents++;
				here.add(key);
			}
		}
	}
	const claimants = keysOf(CLAIMANT_KINDS).map((kind) => ({
		kind,
		choices: [...heard]
			.filter(([, { kinds }]) => mostFrequent(kinds) === kind)
			.map(([key, { incidents }]): TellerChoice => ({ teller: { kind: 'claimant', key }, incidents })),
	}));
	return {
		claimants: claimants.filter(({ choices }) => choices.length > 0),
		reports: [...reports].map(([id, incidents]): TellerChoice => ({ teller: { kind: 'report', id }, incidents })),
	};
}

function keysOfClaim(claim: Claim, actors: ReadonlyMap<string, Actor>): Set<string> {
	const { actor } = claim.claimant;
	return new Set([claimantKey(claim), ...(actor === null ? [] : lineage(actor, actors))]);
}

/** The kind of claimant they mostly speak as; on a tie the first of the vocabulary. */
function mostFrequent(kinds: ReadonlyMap<ClaimantKind, number>): ClaimantKind {
	const count = (kind: ClaimantKind) => kinds.get(kind) ?? 0;
	return keysOf(CLAIMANT_KINDS).reduce((best, kind) => (count(kind) > count(best) ? kind : best));
}
