import { MediaQuery } from 'svelte/reactivity';
import type { AtlasState } from './state.svelte.ts';

/** Keeps the page's colours at the view's choice, or the system's. To be called while a component is set up. */
export function keepTheme(app: AtlasState): { readonly current: 'light' | 'dark' } {
	const prefersDark = new MediaQuery('(prefers-color-scheme: dark)');
	const current = $derived(app.view.theme === 'auto' ? (prefersDark.current ? 'dark' : 'light') : app.view.theme);
	$effect(() => {
		document.documentElement.dataset.theme = current;
	});
	return {
		get current() {
			return current;
		},
	};
}
