import { expect, type Locator, type Page } from '@playwright/test';

/** Drives the map page by what a reader sees. */
export class AtlasPage {
	readonly page: Page;
	readonly map: Locator;
	readonly card: Locator;
	readonly incidents: Locator;
	readonly play: Locator;
	readonly pause: Locator;
	readonly next: Locator;
	readonly previous: Locator;
	readonly position: Locator;
	readonly filters: Locator;
	/** The dialog of adding data. */
	readonly adding: Locator;
	/** The list of layers. */
	readonly layers: Locator;

	constructor(page: Page) {
		this.page = page;
		this.map = page.locator('[data-state]');
		this.card = page.getByRole('complementary', { name: 'Record' });
		this.incidents = page.getByRole('table', { name: /^Incidents that pass/ });
		this.play = page.getByRole('button', { name: 'Play', exact: true });
		this.pause = page.getByRole('button', { name: 'Pause', exact: true });
		this.next = page.getByRole('button', { name: 'Next date with an event' });
		this.previous = page.getByRole('button', { name: 'Previous date with an event' });
		this.position = page.getByRole('slider', { name: 'Date on show' });
		this.filters = page.getByRole('complementary', { name: 'Filters' });
		this.adding = page.getByRole('dialog', { name: 'Add data' });
		this.layers = this.filters.getByRole('region', { name: 'Layers' });
	}

	/** Opens the page at a query such as `?kind=drone-attack` and waits until the map has drawn. */
	async open(query = ''): Promise<void> {
		await this.page.goto(query === '' ? './' : query);
		await expect(this.map).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
	}

	/** Opens the page at the table, where nothing of the map is looked at: to draw it takes most of the time. */
	async openTable(query = ''): Promise<void> {
		await this.page.goto(query === '' ? '?panel=table' : `${query}&panel=table`);
		await expect(this.incidents.or(this.page.getByText('No incident passes', { exact: false })).first()).toBeVisible({
			timeout: 30_000,
		});
	}

	/** How many symbols the map draws. */
	async drawn(): Promise<number> {
		return Number(await this.map.getAttribute('data-drawn'));
	}

	/** Number of incidents the filters say are shown, and of all. */
	async counts(): Promise<[shown: number, total: number]> {
		const text = await this.filters.getByText(/^\d+ of \d+ incidents$/).innerText();
		const [shown, total] = text.match(/\d+/g)!.map(Number);
		return [shown!, total!];
	}

	/** Goes over to the table, or back to the map. */
	async show(panel: 'Map' | 'Table'): Promise<void> {
		await this.page.getByText(panel, { exact: true }).click();
	}

	/** The date on show as the slider says it. */
	async date(): Promise<string> {
		return (await this.position.getAttribute('aria-valuetext')) ?? '';
	}

	/** Waits until the address says `name=value` (or no longer says `name`, for `null`). */
	async expectAddress(name: string, value: string | RegExp | null): Promise<void> {
		const read = () => new URL(this.page.url()).searchParams.get(name);
		if (value instanceof RegExp) await expect.poll(read).toMatch(value);
		else await expect.poll(read).toBe(value);
	}

	/** Adds files by the file chooser, and waits for the first question or the report. */
	async add(...files: readonly { name: string; text: string | Buffer }[]): Promise<void> {
		await this.page.getByRole('button', { name: 'Add data' }).click();
		const [chooser] = await Promise.all([
			this.page.waitForEvent('filechooser'),
			this.page.getByRole('button', { name: 'Choose files' }).click(),
		]);
		await chooser.setFiles(
			files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text as string) })),
		);
	}

	/** Numbers of the report of a file: read, added, folded, left out. */
	async report(): Promise<[read: number, added: number, folded: number, leftOut: number]> {
		const text = await this.adding
			.getByText(/rows? read:/)
			.last()
			.innerText();
		const [read, added, folded, leftOut] = text.match(/\d[\d,]*/g)!.map((figure) => Number(figure.replaceAll(',', '')));
		return [read!, added!, folded!, leftOut!];
	}

	/** The pixels of the map alone, as the reader sees them. */
	async pixels(): Promise<Buffer> {
		return this.map.screenshot({ animations: 'disabled' });
	}

	/** The middle of a part of the timeline: a handle of the range (`from`, `to`) or the `position`. */
	async centreOf(part: string): Promise<{ x: number; y: number }> {
		const box = (await this.page.locator(`[data-part="${part}"]`).boundingBox())!;
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}
}
