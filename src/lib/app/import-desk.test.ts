import { expect, test } from 'vitest';
import type { ImportTask } from '../import/import-task.ts';
import { ImportDesk } from './import-desk.svelte.ts';
import type { Imports } from './imports.svelte.ts';

const FILE = new File([''], 'a.csv');
const reading = { phase: 'reading', file: 'a.csv', bytes: 0, total: 1, rows: 0, isRemembered: false } as const;
const failed = { phase: 'failed', file: 'a.csv', reason: 'No.' } as const;

function setting() {
	const told: string[] = [];
	const imports = {
		layers: [{ id: 'l1' }],
		task: null as ImportTask | null,
		waiting: 0,
		add: () => told.push('add'),
		cancel: () => told.push('cancel'),
		dismiss: () => told.push('dismiss'),
	};
	const desk = new ImportDesk(imports as unknown as Imports);
	const go = (task: ImportTask | null, ...added: string[]) => {
		imports.task = task;
		imports.layers = [...imports.layers, ...added.map((id) => ({ id }))];
		desk.follow();
	};
	return { desk, go, told };
}

test('an import is shown to its report, of the layers that came with it', () => {
	const { desk, go } = setting();
	desk.add([FILE]);
	desk.follow();
	expect(desk.shown).toEqual({ what: 'task' });
	go(reading);
	go(null, 'l2', 'l3');
	expect(desk.shown).toEqual({ what: 'reports', ids: ['l2', 'l3'] });
});

test('what goes on out of sight tells of its layers, and comes back to ask', () => {
	const { desk, go, told } = setting();
	desk.add([FILE]);
	go(reading);
	desk.close();
	expect([desk.shown, told]).toEqual([null, ['add']]);
	go(failed);
	expect(desk.shown).toEqual({ what: 'task' });
	desk.close();
	expect(told).toEqual(['add', 'dismiss']);
	go(null, 'l2');
	expect([desk.shown, desk.finished]).toEqual([null, ['l2']]);
	desk.report(desk.finished);
	expect([desk.shown, desk.finished]).toEqual([{ what: 'reports', ids: ['l2'] }, []]);
});

test('an import that was left closes the dialog, and layers of before are no news', () => {
	const { desk, go } = setting();
	desk.add([FILE]);
	go(reading);
	go(null);
	expect([desk.shown, desk.finished]).toEqual([null, []]);
});
