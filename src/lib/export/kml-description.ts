import type { IncidentFeature } from '../model/feature.ts';

/**
 * What a balloon shows. KML takes a description for HTML, so all that comes from the data is escaped as HTML here, and
 * with the rest of the document once more as XML.
 */
export function kmlDescription({ properties: p }: IncidentFeature): string {
	const facts = [
		['Date', p.date_edtf],
		['Place', p.place_name],
		['Precision of the place', p.geo_precision],
		['Killed', span(p.killed_low, p.killed_best, p.killed_high)],
		['Injured', span(p.injured_low, p.injured_best, p.injured_high)],
		['Attribution', p.attribution],
		['Grading', p.grading],
	] as const;
	const rows = facts.map(([name, fact]) => `<tr><td>${name}</td><td>${html(fact ?? 'unknown')}</td></tr>`);
	const claims = p.claims.map(
		({ claimant, stance, paraphrase }) => `<li>${html(`${claimant.name} (${stance}): ${paraphrase}`)}</li>`,
	);
	const list = claims.length === 0 ? '' : `<ul>${claims.join('')}</ul>`;
	return `<p>${html(p.summary)}</p><table>${rows.join('')}</table>${list}`;
}

/** Lowest, best and highest in one; unknown is not 0. */
function span(low: number | null, best: number | null, high: number | null): string | null {
	if (low === null) return null;
	if (high === null) return `${low} or more`;
	return low === high ? String(low) : `${low} to ${high}, best ${best}`;
}

function html(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
