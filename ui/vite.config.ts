import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { stillIcons } from './still-icons.ts';

/** The gallery shows every widget in every state; it is for development and stays out of a shipped build. */
const gallery = process.env.COFFER_GALLERY === '1';

/** What every start loads: the frame around all screens, and the overview. */
const firstScreen = /src\/routes\/(\(app\)\/)?\+(layout|page)\.(svelte|ts)$/;

export default defineConfig(({ command }) => ({
  define: { __GALLERY__: JSON.stringify(gallery || command === 'serve') },
  plugins: [
    stillIcons(),
    sveltekit({
      adapter: adapter({ fallback: 'index.html' }),
      paths: { relative: false },
      version: { name: process.env.npm_package_version ?? '0' }
    })
  ],
  // The content policy refuses data: URLs for fonts and scripts, so nothing is inlined.
  build: {
    assetsInlineLimit: 0,
    target: 'safari16',
    // Each file costs the window a trip to its host process: what the first screen needs comes in one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: firstScreen }] } } }
  },
  server: {
    port: Number(process.env.COFFER_UI_PORT ?? 5173),
    strictPort: true,
    // Only in a browser: the window calls its commands itself.
    proxy: { '/bridge': `http://127.0.0.1:${process.env.COFFER_BRIDGE_PORT ?? 4300}` }
  },
  test: { include: ['src/**/*.test.ts'] }
}));
