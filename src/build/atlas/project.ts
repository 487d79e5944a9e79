import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGazetteerIndex, type GazetteerIndex } from '../../lib/geocode/gazetteer-index.ts';
import type { Actor } from '../../lib/model/actor.ts';
import { readGazetteer } from '../read-gazetteer.ts';

/** The project's folder, wherever the command is called from. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

/** The actors on file. */
export function readActors(): Actor[] {
	return (JSON.parse(readFileSync(join(ROOT, 'geodata/actors.json'), 'utf8')) as { actors: Actor[] }).actors;
}

/** The gazetteer; takes some seconds. */
export async function loadIndex(): Promise<GazetteerIndex> {
	return buildGazetteerIndex(await readGazetteer(ROOT));
}

/** The day, as exports write it. */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}
