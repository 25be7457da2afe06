// How the interface is built: everything local, nothing inlined that the content policy would
// refuse, and for the web view of the oldest system that is supported.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  // KERN is written for an older Sass; what it should write otherwise is not ours to change.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { port: 5173, strictPort: true },
  build: {
    target: 'safari17.4',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: ['index.html', 'chair.html'], checks: { pluginTimings: false } },
    chunkSizeWarningLimit: 1500,
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    passWithNoTests: true,
  },
})
