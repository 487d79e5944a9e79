import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { type Measures, measure } from './measure.ts';
import type { ApproachName } from './page/main.ts';
import { NOTES } from './notes.ts';
import { figures, verdicts, verdictTable } from './report.ts';

const USAGE = `Measures the map against MapLibre's own GeoJSON layers and against deck.gl, in headless Chromium.

  npm run bench                                  everything; about 25 minutes
  npm run bench -- --only 1k,100k                some numbers of incidents: 1k, 10k, 100k, 1M
  npm run bench -- --approach atlas,deck         some approaches: page, atlas, symbols, geojson, deck,
                                                 empty; page is the whole page, symbols the map without hexagons`;
const SIZES: Record<string, number> = { '1k': 1000, '10k': 10_000, '100k': 100_000, '1M': 1_000_000 };
const APPROACHES: readonly ApproachName[] = ['page', 'atlas', 'symbols', 'geojson', 'deck', 'empty'];
const CONFIG = new URL('vite.config.ts', import.meta.url).pathname;

const { values } = parseArgs({
	options: { only: { type: 'string' }, approach: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) console.log(USAGE);
else await run(chosen(values.only, Object.keys(SIZES)), chosen(values.approach, APPROACHES));

async function run(sizes: readonly string[], approaches: readonly ApproachName[]): Promise<void> {
	await build({ configFile: CONFIG, logLevel: 'warn' });
	const server = await preview({ configFile: CONFIG, logLevel: 'warn' });
	const address = server.resolvedUrls!.local[0]!;
	const all: Measures[] = [];
	for (const size of sizes) {
		for (const approach of approaches) {
			console.error(`${size} ${approach} ...`);
			const measures = await measure(address, approach, SIZES[size]!);
			all.push(measures);
			console.error(JSON.stringify(measures));
		}
	}
	await server.close();
	console.log(
		`\nMilliseconds, medians; gpu is processor time of the GPU process.\n\n${figures(all)}\n\n${verdictTable(verdicts(all))}\n\n${NOTES}`,
	);
}

function chosen<Name extends string>(given: string | undefined, known: readonly Name[]): readonly Name[] {
	if (given === undefined) return known;
	const names = given.split(',');
	const unknown = names.find((name) => !known.includes(name as Name));
	if (unknown !== undefined) throw new Error(`${unknown} is none of ${known.join(', ')}`);
	return known.filter((name) => names.includes(name));
}
