import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'build/**/*.test.ts',
            'test/runner/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.ts',
          ],
          environment: 'node',
          setupFiles: ['test/property-seed.ts'],
          // Properties ask a hundred times, and the machine may be busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['test/proof/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    // Of the rules alone, by their own tests: npm run coverage.
    coverage: {
      provider: 'v8',
      include: ['shared/regulation/**/*.ts'],
      reporter: ['text'],
      reportsDirectory: 'test/out/coverage',
      thresholds: { 100: true },
    },
  },
});
