import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What a page may load: its own files, and nothing from anywhere else. `e2e/privacy.spec.ts` holds it to that. */
const contentSecurityPolicy = {
	'default-src': ['none'],
	'script-src': ['self'],
	'style-src': ['self'],
	'img-src': ['self', 'data:'],
	'font-src': ['self'],
	'connect-src': ['self'],
	'worker-src': ['self'],
	'manifest-src': ['self'],
	'base-uri': ['none'],
	'form-action': ['none'],
	'require-trusted-types-for': ['script'],
	'trusted-types': ['default', 'svelte-trusted-html', 'sveltekit-trusted-url'],
} as const;

/** SvelteKit hides its route announcer with a style attribute, which the policy refuses; our class does the same. */
const announcerWithoutInlineStyle: Plugin = {
	name: 'announcer-without-inline-style',
	enforce: 'pre',
	transform(code, id) {
		if (!id.endsWith('/generated/root.svelte')) return null;
		return code.replace(/style="position: absolute;[^"]*"/, 'class="visually-hidden"');
	},
};

export default defineConfig({
	plugins: [
		announcerWithoutInlineStyle,
		sveltekit({
			adapter: adapter(),
			csp: { mode: 'hash', directives: structuredClone(contentSecurityPolicy) as never },
		}),
	],
	// A file inlined as a data: address would be refused by connect-src.
	build: { assetsInlineLimit: 0 },
	// Modules, so that a worker fetches parts of itself only when it needs them.
	worker: { format: 'es' },
	test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});
