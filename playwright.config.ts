import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', testIgnore: '**/tour.spec.ts' },
    { name: 'tour', testMatch: '**/tour.spec.ts', timeout: 300_000 },
  ],
})
