import { defineConfig } from 'vitest/config';

/** The rules' own tests, as Stryker runs them in its copy of the repository. */
export default defineConfig({
  test: { include: ['shared/regulation/**/*.test.ts'], environment: 'node' },
});
