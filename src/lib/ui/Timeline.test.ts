import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { filterFailures } from '../view/select.ts';
import { DEFAULT_VIEW, NO_FILTERS } from '../view/view.ts';
import { timeline } from './messages/en/timeline.ts';
import { vocabulary } from './messages/en/vocabulary.ts';
import Timeline from './Timeline.svelte';

const table = buildIncidentTable([incidentFixture('a', 19_000), incidentFixture('b', 19_500, 19_506)]);
const nothing = () => undefined;

function html(position: number | null): string {
	const callbacks = {
		onplay: nothing,
		onpause: nothing,
		onseek: nothing,
		onstep: nothing,
		onrange: nothing,
		onsettings: nothing,
		onstepunit: nothing,
		onselect: nothing,
	};
	const { body } = render(Timeline, {
		props: {
			table,
			failures: filterFailures(table, NO_FILTERS),
			statements: [],
			aggregates: [],
			domain: table.extent!,
			range: table.extent!,
			position,
			days: table.extent!,
			playing: position !== null,
			settings: { ...DEFAULT_VIEW, fold: true, toll: true },
			stepUnit: 'event' as const,
			language: 'en',
			m: timeline,
			vocabulary,
			...callbacks,
		},
	});
	return body;
}

test('served pages hold no inline styles, which the content policy would refuse', () => {
	for (const position of [null, 19_100]) expect(html(position)).not.toMatch(/\sstyle=/);
});

test('served pages hold the controls and the date', () => {
	expect(html(null)).toContain('aria-label="Play"');
	expect(html(19_100)).toContain('aria-label="Pause"');
	expect(html(19_100)).toContain('18 Apr 2022');
	expect(html(null)).toMatch(/8 Jan 2022\s–\s29 May 2023/);
});
