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

/** `unit`: pure, milliseconds. `db`: libraries on real PostgreSQL and Redis. `screen`: React in jsdom. */
export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: 'unit',
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'tools/**/*.spec.ts'],
          exclude: [...exclude, '**/*.db.spec.ts'],
        },
      },
      {
        ...server,
        test: {
          name: 'db',
          include: ['{libs,apps}/*/src/**/*.db.spec.ts'],
          exclude,
          globalSetup: ['test/support/database.global.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        resolve: { conditions },
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['{libs,apps}/*/src/**/*.test.tsx'],
          exclude,
        },
      },
    ],
  },
})
