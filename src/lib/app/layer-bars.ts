import type { BarMeaning } from '../ui/bar-meaning.ts';
import type { ImportedLayer } from '../ui/imported-layer.ts';
import type { BarStack } from '../view/histogram.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import { LAYER_COLOURS, OWN_LAYER } from '../view/layer-style.ts';

/** Shares of ink for ours and for layers that are coloured by side, so have no colour of their own. */
const OWN_TONE = 82;
const TONES = [48, 66, 34, 58, 42];

/** The timeline's bars by layer; `null` where all rows are of one. */
export function layerBars(
	{ layer, layers }: Pick<IncidentTable, 'layer' | 'layers'>,
	imported: readonly ImportedLayer[],
	ours: string,
): { stack: BarStack; meanings: BarMeaning[] } | null {
	if (!layer || !layers || layers.length < 2) return null;
	let toned = 0;
	const meanings = layers.map((id): BarMeaning => {
		if (id === OWN_LAYER) return { name: ours, fill: tone(OWN_TONE) };
		const found = imported.find((each) => each.id === id);
		const colour = found?.style.colour ?? 'side';
		const fill =
			colour === 'side'
				? tone(TONES[toned++ % TONES.length]!)
				: `light-dark(${LAYER_COLOURS.light[colour]}, ${LAYER_COLOURS.dark[colour]})`;
		return { name: found?.name ?? id, fill };
	});
	return { stack: { codes: layer, count: layers.length }, meanings };
}

function tone(ink: number): string {
	return `color-mix(in srgb, var(--ink) ${ink}%, var(--paper-raised))`;
}
