import { formatView, parseView } from '../view/url.ts';
import type { View } from '../view/view.ts';
import type { AtlasState } from './state.svelte.ts';

const SETTLE_MS = 300;

/** The address of a view on this page. */
export function addressOf(view: View, location: Pick<Location, 'pathname'>): string {
	const query = formatView(view);
	return query === '' ? location.pathname : `${location.pathname}?${query}`;
}

/**
 * Reads the view from the address once, then keeps the address at the view's, written when it has settled. To be
 * called while a component is set up; `replace` is SvelteKit's `replaceState`.
 */
export function keepAddress(app: AtlasState, replace: (url: string) => void): void {
	app.view = parseView(window.location.search);
	let first = true;
	$effect(() => {
		const address = addressOf(app.view, window.location);
		if (app.playing) return;
		if (first) {
			first = false;
			return;
		}
		const timer = setTimeout(() => replace(address), SETTLE_MS);
		return () => clearTimeout(timer);
	});
}
