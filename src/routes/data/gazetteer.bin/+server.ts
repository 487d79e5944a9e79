import { deflatedGazetteer } from '../../../build/deflated-gazetteer.ts';
import { readGazetteer } from '../../../build/read-gazetteer.ts';

export const prerender = true;

/** The gazetteer for the browser. Made where the site is built, and asked for only by whoever has places looked up. */
export async function GET() {
	const rows = await readGazetteer(process.cwd());
	return new Response(deflatedGazetteer(rows), { headers: { 'content-type': 'application/octet-stream' } });
}
