import { svelte } from '@sveltejs/vite-plugin-svelte';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { contentPolicy } from './.ci/vite-content-policy.mjs';
import { compressedEngine } from './.ci/vite-engine.mjs';
import { offline } from './.ci/vite-offline.mjs';
import { sampleCompanies } from './.ci/vite-samples.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: './',
  plugins: [svelte(), compressedEngine(), sampleCompanies(), contentPolicy(), offline()],
  worker: { format: 'es' },
  resolve: {
    // The package's "/blocking" export points to a file that it doesn't ship.
    alias: {
      'duckdb-blocking': here('node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs'),
    },
  },
  optimizeDeps: {
    entries: ['index.html', 'workers/*.ts', 'src/**/*.ts'],
    exclude: ['duckdb-blocking'],
  },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{unit,golden,architecture}/**/*.test.ts'],
          // Modules, and the engine's compiled code, are loaded once a worker instead of once a file.
          isolate: false,
          maxWorkers: availableParallelism(),
          env: { TZ: process.env['TEST_TIME_ZONE'] ?? 'UTC' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          env: { TZ: process.env['TEST_TIME_ZONE'] ?? 'UTC' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
