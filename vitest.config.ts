import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Every processor works: the main process of the run has little to do beside its workers.
    maxWorkers: '100%',
    // A limit for what hangs, not a measure: nothing is proven by how long a test takes on a machine that does other things too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The files that a worker runs share their modules, which took longer to load for each file than to run its tests. So a test must not
    // depend on what a module remembers; spies are taken back between files.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{shared,electron,journeys,scripts,crash,faults,fill}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/setup.ts'],
        },
      },
    ],
    coverage: { provider: 'v8', include: ['shared/**', 'electron/**', 'renderer/**'] },
  },
})
