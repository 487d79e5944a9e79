import { defineConfig } from 'vite';

/** The built site as plain files under a sub-path, without SvelteKit. */
export default defineConfig({ base: '/press/atlas/', build: { outDir: 'build' }, appType: 'mpa' });
