import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit({ adapter: adapter() })],
	build: { assetsInlineLimit: 0 },
	test: { include: ['src/**/*.test.ts'], exclude: [...configDefaults.exclude] },
});
