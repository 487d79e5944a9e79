import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The benchmark's own page, made from the same sources as the site. */
export default defineConfig({
	root: here('page'),
	publicDir: here('../../../static'),
	// A file that is not there is told as such, and is not the page once more.
	appType: 'mpa',
	plugins: [svelte()],
	worker: { format: 'es' },
	build: {
		chunkSizeWarningLimit: 4000,
		outDir: here('../../../.cache/bench'),
		emptyOutDir: true,
		assetsInlineLimit: 0,
		target: 'es2022',
	},
	preview: {
		port: 4175,
		strictPort: true,
		// Isolated, a page may read the clock to 5 microseconds instead of 100.
		headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
	},
});
