import { defineConfig } from 'vitest/config';

/** The faulty copies of the rules, each with the test that must see its fault (plant.ts). */
export default defineConfig({
  test: {
    include: ['test/out/faults/*/regulation/*.test.ts'],
    environment: 'node',
    // Every copy has modules of its own, so nothing is shared that could be spoilt.
    isolate: false,
    testTimeout: 30_000,
  },
});
