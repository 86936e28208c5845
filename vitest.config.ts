import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import swc from 'unplugin-swc'
import { defineConfig } from 'vitest/config'

const conditions = ['@weibao/source']
const server = {
  oxc: false as const,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  plugins: [swc.vite({ module: { type: 'es6' } })],
}
const exclude = ['**/node_modules/**', '**/dist/**', 'var/**']

const patient = { testTimeout: 120_000, hookTimeout: 120_000 }
/** Their files share nothing: as many at once as there are cores. Built processes need the cores themselves. */
const together = { maxWorkers: Math.max(1, availableParallelism()) }
/** No test measures time by its timeout: these are for what hangs, on a machine that is busy. */
const unhurried = { testTimeout: 60_000, hookTimeout: 60_000 }

/**
 * `unit`: pure, milliseconds. `db`: libraries on real PostgreSQL and Redis. `screen`: React in jsdom.
 * `canary`: planted defects are caught. `api`, `fault`: built processes. `journeys`: a browser on a
 * whole market.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: 'unit',
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'tools/**/*.spec.ts'],
          exclude: [...exclude, '**/*.db.spec.ts'],
          ...together,
          ...unhurried,
        },
      },
      {
        ...server,
        test: {
          name: 'db',
          isolate: false,
          include: ['{libs,apps}/*/src/**/*.db.spec.ts'],
          exclude,
          globalSetup: ['test/support/database.global.ts'],
          ...together,
          ...unhurried,
        },
      },
      {
        ...server,
        test: {
          name: 'canary',
          include: ['test/canary/**/*.spec.ts'],
          exclude,
          globalSetup: ['test/support/database.global.ts'],
          ...together,
          ...patient,
        },
      },
      ...['api', 'fault'].map((name) => ({
        ...server,
        test: {
          name,
          include: [`test/${name}/**/*.spec.ts`],
          exclude,
          globalSetup: ['test/support/built.global.ts'],
          ...patient,
        },
      })),
      {
        ...server,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.spec.ts'],
          exclude,
          globalSetup: ['test/support/journeys.global.ts'],
          ...patient,
        },
      },
      {
        plugins: [react()],
        resolve: { conditions },
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['{libs,apps}/*/src/**/*.test.tsx'],
          setupFiles: ['test/support/screen.setup.ts'],
          exclude,
          ...together,
          ...unhurried,
        },
      },
    ],
  },
})
