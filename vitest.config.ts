// How the tests run: rooms and the stories of the procedure in two forks side by side, then the stories that start processes
// or a browser, one after the other.
// Imports such as #core/… are resolved by package.json, for tests as for the server.

import { defineConfig } from 'vitest/config'

const rooms = ['core', 'plans', 'server', 'web', 'cli', 'walls']

export default defineConfig({
  test: {
    globalSetup: ['./walls/test-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: rooms.map((room) => `${room}/**/*.test.{ts,tsx}`),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          // Each has a database of its own, so that they run beside one another.
          name: 'procedure',
          include: ['stories/{access,procedure}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['stories/{process,browser}/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
