import type { AtlasState } from './state.svelte.ts';
import type { Story } from './story.svelte.ts';

const TYPING = 'input, select, textarea, [contenteditable]';
/** Controls that use the space bar or the arrow keys themselves. */
const OPERATED = 'button, summary, a[href], [role="slider"], [role="radio"], canvas';

/** Handles a key press anywhere on the page. Returns whether the key meant something. */
export function handleShortcut(
	app: AtlasState,
	story: Pick<Story, 'step' | 'leave'>,
	event: KeyboardEvent,
	focusSearch: () => void,
): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
	const target = event.target as Element;
	if (event.key === 'Escape') {
		if (app.chain) {
			story.leave();
			return true;
		}
		if (app.view.selected === null) return false;
		app.select(null);
		return true;
	}
	if (target.closest(TYPING)) return false;
	switch (event.key) {
		case ' ':
			if (target.closest(OPERATED)) return false;
			if (app.playing) app.pause();
			else app.play();
			return true;
		case '.':
			app.step(1);
			return true;
		case ',':
			app.step(-1);
			return true;
		case ']':
		case '[':
			if (!app.chain) return false;
			story.step(event.key === ']' ? 1 : -1);
			return true;
		case '>':
			app.changeSpeed(1);
			return true;
		case '<':
			app.changeSpeed(-1);
			return true;
		case '/':
			focusSearch();
			return true;
		default:
			return false;
	}
}
