/** What stands in the head of a page for machines: search engines, link previews, reference managers. */
export interface PageHead {
	readonly title: string;
	readonly description: string;
	/** Absolute address; `null` where the site was built without knowing its own. */
	readonly url: string | null;
	/** Address of the picture for link previews, 1200 by 630 pixels. */
	readonly picture: string;
	/** Structured data, ready for a script element. */
	readonly graph: string;
}
