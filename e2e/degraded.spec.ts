import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

/**
 * Serves a made-up layer of incidents in place of ours. It is made in the page, which is sooner done than sent. With
 * `withStrays` the first lies where no Mercator map reaches, and the second nowhere at all.
 */
async function withIncidents(page: Page, count: number, withStrays = false): Promise<void> {
	await page.addInitScript(
		([length, areStrays]) => {
			const real = window.fetch;
			const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
			const incident = (at: number) => {
				const date = day(at % 1500);
				const strays = areStrays
					? [
							[44, 88],
							[444, 33],
						]
					: [];
				const coordinates = strays[at] ?? [40 + (at % 997) / 200, 30 + (at % 641) / 200];
				return JSON.stringify({
					type: 'Feature',
					id: `m-${at}`,
					geometry: { type: 'Point', coordinates },
					properties: {
						title: `Made-up incident ${at}`,
						summary: '',
						date_edtf: date,
						date_start: date,
						date_end: date,
						date_precision: 'day',
						kind: 'drone-attack',
						event_type: 'Explosions/Remote violence',
						sub_event_type: 'Air/drone strike',
						weapon: [],
						outcome: 'hit',
						place_id: null,
						place_name: null,
						geo_precision: 'town',
						perpetrators: [],
						targets: [],
						side: null,
						attribution: 'claimed',
						grading: 'weak',
						reports: [],
						claims: [],
						responds_to: [],
					},
				});
			};
			window.fetch = (input, init) => {
				const url = input instanceof Request ? input.url : String(input);
				if (!/\/incidents\.[\w-]+\.geojson$/.test(url)) return real(input, init);
				const features = Array.from({ length }, (_, at) => incident(at)).join(',\n');
				return Promise.resolve(new Response(`{"type":"FeatureCollection","features":[\n${features}\n]}\n`));
			};
		},
		[count, withStrays] as const,
	);
}

/** A device on which no point may be larger than `px`. */
async function withPointsUpTo(page: Page, px: number): Promise<void> {
	await page.addInitScript((largest) => {
		const real = WebGL2RenderingContext.prototype.getParameter;
		WebGL2RenderingContext.prototype.getParameter = function (name: number): unknown {
			return name === this.ALIASED_POINT_SIZE_RANGE ? Float32Array.of(1, largest) : real.call(this, name);
		};
	}, px);
}

/** A device with room for a buffer of so many bytes, which says so as GL does: by an error, not by throwing. */
async function withBuffersUpTo(page: Page, bytes: number): Promise<void> {
	await page.addInitScript((room) => {
		const { bufferData, getError } = WebGL2RenderingContext.prototype;
		let isFull = false;
		WebGL2RenderingContext.prototype.bufferData = function (
			this: WebGL2RenderingContext,
			...given: Parameters<typeof bufferData>
		) {
			const data = given[1] as AllowSharedBufferSource | number | null;
			const size = typeof data === 'number' ? data : (data?.byteLength ?? 0);
			if (size > room) isFull = true;
			else bufferData.apply(this, given);
		} as typeof bufferData;
		WebGL2RenderingContext.prototype.getError = function () {
			const error = isFull ? this.OUT_OF_MEMORY : getError.call(this);
			isFull = false;
			return error;
		};
	}, bytes);
}

const SENTENCE = 'This device cannot draw a symbol for each of so many incidents';

test('more incidents than a device with small points can draw as symbols are counted in hexagons, and it says so', async ({
	page,
}) => {
	test.slow();
	await withIncidents(page, 210_000);
	await withPointsUpTo(page, 1);
	const atlas = new AtlasPage(page);
	await page.goto('?show=symbols&mode=window&window=30&at=2022-01-01');
	await expect(page.getByText(SENTENCE)).toBeVisible({ timeout: 100_000 });
	await expect(atlas.map).toHaveAttribute('data-as', 'density');
	expect(await atlas.drawn()).toBe(30 * 140);
	await atlas.next.click();
	await atlas.expectAddress('at', '2022-01-02');
	await atlas.show('Table');
	await expect(atlas.incidents.locator('tbody tr').first()).toBeVisible();
});

test('a device without room for a row of each incident counts them in hexagons, and says so', async ({ page }) => {
	await withIncidents(page, 3000);
	await withBuffersUpTo(page, 60_000);
	const atlas = new AtlasPage(page);
	await atlas.open('?show=symbols');
	await expect(page.getByText(SENTENCE)).toBeVisible();
	await expect(atlas.map).toHaveAttribute('data-as', 'density');
	expect(await atlas.drawn()).toBe(3000);
});

test('with the limits devices have, that many are drawn as symbols, and their index comes from a worker', async ({
	page,
}) => {
	test.slow();
	const refused: string[] = [];
	page.on('console', (message) => {
		if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text());
	});
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	await withIncidents(page, 60_000);
	const atlas = new AtlasPage(page);
	await atlas.open('?show=symbols&mode=window&window=30&at=2022-01-01&camera=42.5,31.5,9');
	await expect(atlas.map).toHaveAttribute('data-as', 'symbols', { timeout: 60_000 });
	await expect(page.getByText(SENTENCE)).toHaveCount(0);
	// The index is asked for by labels and by the pointer, whichever comes first.
	await page.mouse.move(700, 400);
	await expect.poll(() => workers.some((url) => url.includes('incident-index-worker'))).toBe(true);
	expect(refused).toEqual([]);
});

test('what is left out is counted: too near a pole, and not on earth', async ({ page }) => {
	await withIncidents(page, 20, true);
	const atlas = new AtlasPage(page);
	await atlas.open();
	await expect(page.getByText('1 too near a pole for this map, in the table only')).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('1 of its 20 features have no usable id, date or coordinates');
	expect(await atlas.drawn()).toBe(18);
});
