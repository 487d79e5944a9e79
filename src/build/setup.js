/**
 * Runs before `npm start` and `npm test`, before anything is installed, so it is plain JavaScript without imports from
 * packages: checks Node, installs what the lock file names if that changed, and with `--browser` finds Chromium.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LOWEST_NODE = { major: 20, minor: 19 };
const STAMP = join('node_modules', '.installed-lock');
const BROWSER_NOTE = join('.cache', 'chromium-path');

checkNode();
install();
if (process.argv.includes('--browser')) noteBrowser();

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const isEnough = major > LOWEST_NODE.major || (major === LOWEST_NODE.major && minor >= LOWEST_NODE.minor);
	if (!isEnough) {
		stop(`Node ${process.versions.node} is too old. Install Node ${LOWEST_NODE.major}.${LOWEST_NODE.minor} or newer.`);
	}
}

function install() {
	const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	console.log('Installing packages ...');
	const npm = process.env.npm_execpath;
	const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
	const done = spawnSync(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'], { stdio: 'inherit' });
	if (done.status !== 0) stop('Installing packages failed; the lines above say why.');
	writeFileSync(STAMP, wanted);
}

function noteBrowser() {
	const path = findBrowser() ?? installBrowser();
	mkdirSync('.cache', { recursive: true });
	writeFileSync(BROWSER_NOTE, path);
}

function findBrowser() {
	const given = process.env.CHROMIUM_PATH;
	if (given) return existsSync(given) ? given : stop(`CHROMIUM_PATH is ${given}, and there is no such file.`);
	const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function installBrowser() {
	const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (!canInstall) {
		stop(
			'No Chromium found for the browser tests. Install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH to it.',
		);
	}
	console.log('Installing Chromium ...');
	try {
		const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
			stdio: 'inherit',
			env: environment,
		});
	} catch {
		stop('Installing Chromium failed; the lines above say why. Install it by hand or set CHROMIUM_PATH.');
	}
	return findBrowser() ?? stop('Chromium was installed but is not on PATH. Set CHROMIUM_PATH to it.');
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
	console.error(message);
	process.exit(1);
}
