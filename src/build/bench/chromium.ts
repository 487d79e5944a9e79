import { existsSync, readFileSync } from 'node:fs';

const NOTE = new URL('../../../.cache/chromium-path', import.meta.url);
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(NOTE) ? readFileSync(NOTE, 'utf8').trim() : null);

/** How Chromium is started: that which setup found, without a graphics card and without asking anything of the network. */
export const CHROMIUM = {
	...(executablePath ? { executablePath } : {}),
	args: [
		'--use-angle=swiftshader',
		'--enable-unsafe-swiftshader',
		'--no-sandbox',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
};
