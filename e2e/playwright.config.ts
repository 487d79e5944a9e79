import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const PORT = 4174;
const NOTE = new URL('../.cache/chromium-path', import.meta.url);
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(NOTE) ? readFileSync(NOTE, 'utf8') : undefined);

/** Serves the built folder itself under a sub-path, as a newsroom would put it on its own server. */
export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	timeout: 60_000,
	expect: { timeout: 15_000 },
	workers: 2,
	forbidOnly: true,
	reporter: [['list'], ['./count-reporter.ts']],
	webServer: {
		command: `vite preview --config e2e/preview.config.ts --port ${PORT} --strictPort`,
		cwd: '..',
		url: `http://localhost:${PORT}/press/atlas/`,
		reuseExistingServer: false,
	},
	use: {
		baseURL: `http://localhost:${PORT}/press/atlas/`,
		viewport: { width: 1400, height: 900 },
		locale: 'en-GB',
		timezoneId: 'Asia/Baghdad',
		trace: 'retain-on-failure',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				'--use-angle=swiftshader',
				'--enable-unsafe-swiftshader',
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
});
