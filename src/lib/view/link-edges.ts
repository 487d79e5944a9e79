import type { AnyFeature, RecordLink } from './links-to.ts';

/** One link, turned so that `answer` is what came of `cause`. */
export interface LinkEdge {
	readonly cause: string;
	readonly answer: string;
	readonly link: RecordLink;
	/** Whether the cause carries the link. */
	readonly isBack: boolean;
}

/**
 * The links of some records between records that exist. An interception is what came of the attack it met, though the
 * attack carries the link.
 */
export function linkEdges(linking: readonly AnyFeature[], exists: (id: string) => boolean): LinkEdge[] {
	return linking.flatMap((record) =>
		record.properties.responds_to
			.filter(({ id }) => id !== record.id && exists(id))
			.map((link) =>
				link.kind === 'intercepted-by'
					? { cause: record.id, answer: link.id, link, isBack: true }
					: { cause: link.id, answer: record.id, link, isBack: false },
			),
	);
}
