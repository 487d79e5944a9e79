import { expect, type Locator, type Page } from '@playwright/test';

/** Drives the map page by what a reader sees. */
export class AtlasPage {
	readonly page: Page;
	readonly map: Locator;
	readonly card: Locator;
	readonly table: Locator;
	readonly play: Locator;
	readonly pause: Locator;
	readonly position: Locator;

	constructor(page: Page) {
		this.page = page;
		this.map = page.locator('[data-state]');
		this.card = page.getByRole('complementary', { name: 'Record' });
		this.table = page.getByRole('table', { name: /incidents/i }).first();
		this.play = page.getByRole('button', { name: 'Play', exact: true });
		this.pause = page.getByRole('button', { name: 'Pause', exact: true });
		this.position = page.getByRole('slider', { name: /position/i });
	}

	/** Opens the page at a query such as `?kind=drone-attack` and waits until the map has drawn. */
	async open(query = ''): Promise<void> {
		await this.openUndrawn(query);
		await expect(this.map).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
	}

	/** Opens the page without waiting for the map. */
	async openUndrawn(query = ''): Promise<void> {
		await this.page.goto(query, { waitUntil: 'load' });
	}

	/** How many symbols the map draws. */
	async drawn(): Promise<number> {
		return Number(await this.map.getAttribute('data-drawn'));
	}

	/** Number of incidents the page says it shows. */
	async shown(): Promise<number> {
		const text = await this.page.getByText(/^\d+ of \d+ incidents$/).first().innerText();
		return Number(text.split(' ')[0]);
	}

	async showTable(): Promise<void> {
		await this.page.getByRole('radio', { name: 'Table' }).check({ force: true });
	}

	/** The query of the address once it has settled. */
	async query(): Promise<URLSearchParams> {
		await this.page.waitForTimeout(500);
		return new URL(this.page.url()).searchParams;
	}
}
