import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { removeStaleOutput } from './stale-output.js'

it('removes what was compiled from a source that is gone, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'weibao-'))
  const write = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  const kept = [
    'apps/api/src/migrations/0100-new.ts',
    'apps/api/dist/migrations/0100-new.js',
    'apps/api/dist/migrations/0100-new.js.map',
    'libs/ui/src/part.tsx',
    'libs/ui/dist/part.js',
    'libs/ui/dist/data.json',
    'apps/shop/dist/index.html',
    'apps/shop/dist/assets/bundle.js',
  ]
  const stale = ['apps/api/dist/migrations/0100-old.js', 'apps/api/dist/migrations/0100-old.js.map']
  ;[...kept, ...stale].forEach(write)
  expect(removeStaleOutput(root).sort()).toEqual(stale)
  for (const path of kept) expect(existsSync(join(root, path)), path).toBe(true)
  for (const path of stale) expect(existsSync(join(root, path)), path).toBe(false)
  rmSync(root, { recursive: true })
})
