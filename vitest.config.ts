import { defineConfig } from 'vitest/config';

/** Each kind of test in its own project, so that one kind runs alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.property.test.ts'],
          sequence: { shuffle: true },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.contract.ts', 'tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [
            'tests/e2e/**/*.e2e.ts',
            'tests/desktop/**/*.test.ts',
            'tests/a11y/**/*.e2e.ts',
          ],
          globalSetup: ['tests/support/renderer.setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Tests ask what a screen comes to, not how soon: a desk that has just opened reads its venues for a second or two.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      // The real parts of telephony, each alone by `npm run test:voice`, `test:sip` and `test:storm`.
      ...(['voice', 'sip', 'storm'] as const).map((name) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.e2e.ts`],
          globalSetup:
            name === 'storm'
              ? ['tests/support/postgres.setup.ts']
              : ['tests/support/renderer.setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Browsers, networks and voices: what becomes of a call, not how soon.
          expect: { poll: { timeout: 30_000 } },
        },
      })),
    ],
  },
});
