import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

const LAYER = /incidents[^/]*\.geojson/;
const CURATED = new URL('../geodata/layers/incidents.geojson', import.meta.url);

interface Incident {
	id: string;
	geometry: { type: 'Point'; coordinates: [number, number] } | null;
	properties: Record<string, unknown>;
}

/** Serves the curated incidents and others made from one of them, each moved and changed as told. */
async function serveWith(
	page: Page,
	count: number,
	change: (index: number) => [number, number, object],
): Promise<void> {
	const { features } = JSON.parse(readFileSync(CURATED, 'utf8')) as { features: Incident[] };
	const model = features.find(({ geometry, properties }) => geometry && properties.geo_precision === 'town')!;
	const made = Array.from({ length: count }, (_, index): Incident => {
		const [lng, lat, properties] = change(index);
		return {
			...model,
			id: `made-${String(index).padStart(4, '0')}`,
			geometry: { type: 'Point', coordinates: [lng, lat] },
			properties: { ...model.properties, claims: [], responds_to: [], ...properties },
		};
	});
	const body = JSON.stringify({ type: 'FeatureCollection', features: [...features, ...made] });
	await page.route(LAYER, (route) => route.fulfill({ body, contentType: 'application/geo+json' }));
}

async function middle(atlas: AtlasPage): Promise<{ x: number; y: number }> {
	const box = (await atlas.map.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const stackAt = (index: number): [number, number, object] => {
	const date = `2024-05-${String(index + 1).padStart(2, '0')}`;
	return [42.9, 35.5, { title: `Shelling number ${index + 1}`, date_start: date, date_end: date, date_edtf: date }];
};

test('the earth is a globe or flat, as the map options say, and the address carries it', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=44,33,2');
	const drawn = await atlas.drawn();
	const flat = await atlas.pixels();
	await page.getByRole('button', { name: 'Map options' }).click();
	await page.getByRole('radio', { name: 'Globe' }).check();
	await atlas.expectAddress('projection', 'globe');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('radio', { name: 'Globe' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Map options' })).toBeFocused();
	await expect.poll(async () => (await atlas.pixels()).equals(flat)).toBe(false);
	expect(await atlas.drawn()).toBe(drawn);

	// A symbol is found where the globe shows it.
	await atlas.open('?projection=globe&camera=51.42,35.7,4');
	const { x, y } = await middle(atlas);
	await page.mouse.click(x, y);
	await expect(atlas.card).toContainText('Tehran');
});

test('thousands are counted in hexagons, which say how many they hold and lead closer', async ({ page }) => {
	test.slow();
	await serveWith(page, 5000, (index) => [44 + (index % 71) / 10, 30 + (index % 67) / 10, { title: `Made ${index}` }]);
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=47,33,4.5');
	await expect(atlas.map).toHaveAttribute('data-as', 'density');
	await page.getByText('Legend').first().click();
	await expect(page.getByRole('heading', { name: 'Hexagons: incidents in each' })).toBeVisible();
	await page.getByText('Legend').first().click();
	const { x, y } = await middle(atlas);
	await page.mouse.move(x, y);
	await expect(atlas.map.getByText(/^\d+ incidents$/)).toBeVisible();
	await page.mouse.click(x, y);
	await atlas.expectAddress('camera', /,6.5$/);

	await page.getByRole('button', { name: 'Map options' }).click();
	const dimmed = page.getByRole('checkbox', { name: 'Show what filters exclude, dimmed' });
	await expect(dimmed).toHaveAccessibleDescription(/^Not while incidents are counted/);
	await page.getByRole('radio', { name: 'Symbols' }).check();
	await atlas.expectAddress('show', 'symbols');
	await expect(atlas.map).toHaveAttribute('data-as', 'symbols');
	await expect(dimmed).toHaveAccessibleDescription('');
	await page.getByRole('radio', { name: 'Counts' }).check();
	await expect(atlas.map).toHaveAttribute('data-as', 'density');
});

test('a stack of many is fanned out by a press, and its list leads to the same', async ({ page }) => {
	await serveWith(page, 20, stackAt);
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=42.9,35.5,7');
	const { x, y } = await middle(atlas);
	await page.mouse.click(x, y);
	await expect(atlas.map).toHaveAttribute('data-fanned', '20');
	await expect(page.getByRole('heading', { name: '20 incidents here' })).toBeFocused();
	await page.getByRole('button', { name: /Shelling number 7/ }).click();
	await atlas.expectAddress('selected', 'made-0006');
	await expect(atlas.map).toHaveAttribute('data-fanned', '20');

	// The map has become narrower; the first symbol of the fan stands above its place.
	await page.waitForTimeout(400);
	const narrower = await middle(atlas);
	await page.mouse.click(narrower.x, narrower.y - 36);
	await expect(atlas.card.getByRole('heading').first()).toContainText('Shelling number 1');

	await page.mouse.click(narrower.x - 300, narrower.y + 200);
	await expect(atlas.map).toHaveAttribute('data-fanned', '0');
});

test('by keyboard, Enter on the map chooses what lies in its middle', async ({ page }) => {
	await serveWith(page, 20, stackAt);
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=42.9,35.5,7');
	await page.getByRole('region', { name: 'Map of incidents' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '20 incidents here' })).toBeFocused();
	await expect(atlas.map).toHaveAttribute('data-fanned', '20');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await atlas.expectAddress('selected', /^made-/);
});

test('what the filters exclude stays on the map, dimmed, if the reader wishes', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?kind=drone-attack&camera=44,33,6');
	const drawn = await atlas.drawn();
	const without = await atlas.pixels();
	await page.getByRole('button', { name: 'Map options' }).click();
	await page.getByRole('checkbox', { name: 'Show what filters exclude, dimmed' }).check();
	await page.keyboard.press('Escape');
	await atlas.expectAddress('dimmed', 'yes');
	await expect.poll(async () => (await atlas.pixels()).equals(without)).toBe(false);
	expect(await atlas.drawn()).toBe(drawn);
});

test('the map names what is selected', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?selected=2024-07-30-musayib-strike&camera=44.3,32.8,7');
	await expect(atlas.map).toHaveAttribute('data-labels', /^US airstrike at Musayib/);
});

test('a disc shows how far from its symbol an incident may have been, while the pointer is on it', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	// Musayib, known within 4 km, which is about 249 pixels here.
	for (const projection of ['mercator', 'globe']) {
		await atlas.open(`?camera=44.29005,32.77872,12&kind=air-strike&projection=${projection}`);
		const { x, y } = await middle(atlas);
		await page.mouse.move(x + 320, y - 150);
		const strip = () => page.screenshot({ clip: { x: x + 239, y: y - 30, width: 20, height: 60 } });
		const still = async () => {
			await expect.poll(async () => (await strip()).equals(await strip())).toBe(true);
			return strip();
		};
		await page.waitForTimeout(1000);
		const without = await still();
		await page.mouse.move(x, y);
		await expect.poll(async () => (await strip()).equals(without)).toBe(false);
		await page.mouse.move(x + 320, y - 150);
		await expect.poll(async () => (await strip()).equals(without)).toBe(true);
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a tap opens the card, and the incident stays in sight above it', async ({ page }) => {
		const atlas = new AtlasPage(page);
		await atlas.open('?camera=51.42,35.7,6');
		const { x, y } = await middle(atlas);
		await page.touchscreen.tap(x, y);
		await expect(atlas.card).toContainText('Haniyeh');
		await atlas.expectAddress('camera', /./);
		await page.waitForTimeout(1200);
		// A tap on nothing would close the card.
		const [map, card] = [(await atlas.map.boundingBox())!, (await atlas.card.boundingBox())!];
		await page.touchscreen.tap(x, (map.y + card.y) / 2);
		await page.waitForTimeout(500);
		await expect(atlas.card).toContainText('Haniyeh');
	});
});

test('a symbol is drawn up to the edge of the map, also when its middle is beyond', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=51.42,35.7,7&kind=air-strike&theme=light');
	const strip = async () => {
		const box = (await atlas.map.boundingBox())!;
		return page.screenshot({ clip: { x: box.x + box.width / 2 - 30, y: box.y, width: 60, height: 5 } });
	};
	// Moves the symbol's middle just above the upper edge.
	const height = (await atlas.map.boundingBox())!.height;
	const centre = await middle(atlas);
	await page.mouse.move(centre.x + 200, centre.y);
	await page.mouse.down();
	await page.mouse.move(centre.x + 200, centre.y - height / 2 - 3, { steps: 8 });
	await page.waitForTimeout(300);
	await page.mouse.up();
	await page.waitForTimeout(800);
	const withSymbol = await strip();
	await atlas.filters.getByRole('checkbox', { name: /^Air strike/ }).uncheck();
	await atlas.filters.getByRole('checkbox', { name: /^Protest/ }).check();
	await page.waitForTimeout(800);
	expect((await strip()).equals(withSymbol)).toBe(false);
});

test('where motion is reduced nothing pulses', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2024-07-01..2024-08-01&at=2024-07-29&camera=44.3,32.8,7');
	await atlas.next.click();
	await atlas.expectAddress('at', '2024-07-30');
	await page.waitForTimeout(100);
	const clip = async () => {
		const { x, y } = await middle(atlas);
		return page.screenshot({ clip: { x: x - 40, y: y - 40, width: 80, height: 80 } });
	};
	await page.waitForTimeout(500);
	const first = await clip();
	await page.waitForTimeout(250);
	expect((await clip()).equals(first)).toBe(true);
});
