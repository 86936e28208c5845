import { spawnSync } from 'node:child_process'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { nxCommand, nxEnvironment } from '../../tools/market/build.js'
import { root } from '../../tools/services/paths.js'

const RULE = '@nx/enforce-module-boundaries'

/** What the import rule says about a file that would stand at this path. Nothing is written. */
async function findings(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root })
  const [result] = await eslint.lintText(text, { filePath: `${root}/${filePath}` })
  return (result?.messages ?? [])
    .filter((message) => message.ruleId === RULE || message.fatal)
    .map((message) => message.message)
}

describe('the import graph is guarded', () => {
  // Without Nx's graph on disk the rule is silently skipped.
  beforeAll(() => {
    const [program = '', ...args] = nxCommand(['show', 'projects'])
    const shown = spawnSync(program, args, { cwd: root, env: nxEnvironment(), encoding: 'utf8' })
    expect(shown.status, shown.stderr).toBe(0)
  })

  it('accepts an import down the graph', async () => {
    const text = `export { newId } from '@weibao/kernel'\n`
    expect(await findings('libs/catalog/src/planted.ts', text)).toEqual([])
  })

  it.each([
    ['up the graph', 'libs/catalog/src/planted.ts', '@weibao/ordering'],
    ['across the graph', 'libs/payments/src/planted.ts', '@weibao/supply'],
    ['from the bottom row into a domain', 'libs/ledger/src/planted.ts', '@weibao/catalog'],
    ['from the foundation into a library', 'libs/kernel/src/planted.ts', '@weibao/platform'],
    ['from a report into a domain', 'libs/reporting/src/planted.ts', '@weibao/supply'],
    ['from a browser into the server', 'apps/storefront/src/planted.ts', '@weibao/platform'],
  ])('refuses an import %s', async (_, filePath, target) => {
    const found = await findings(filePath, `import '${target}'\n`)
    expect(found.join('\n')).toMatch(/can only depend on libs tagged|Circular dependency/)
  })

  it('refuses a relative import across projects', async () => {
    const text = `import { newId } from '../../kernel/src/index.js'\nexport const id = newId()\n`
    const found = await findings('libs/catalog/src/planted.ts', text)
    expect(found.join('\n')).toMatch(/relative or absolute/i)
  })
})
