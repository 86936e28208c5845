import { spawnSync } from 'node:child_process'
import { nxCommand, nxEnvironment } from './market/build.js'
import { root } from './services/paths.js'
import { nodeScript } from './testing/command.js'

/** `npm run verify`: types, lint and tests of what changed since main and not yet committed. */
function capture(program: string, ...args: string[]): string[] {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.split('\0').filter(Boolean) : []
}

function run(title: string, command: readonly string[]): boolean {
  console.log(`\n━━━ ${title}`)
  const [program = '', ...args] = command
  const env = nxEnvironment()
  return spawnSync(program, args, { cwd: root, env, stdio: 'inherit' }).status === 0
}

const base = process.argv[2] ?? 'main'
const changed = [
  ...capture('git', 'diff', '--name-only', '--diff-filter=d', '-z', `${base}...HEAD`),
  ...capture('git', 'diff', '--name-only', '--diff-filter=d', '-z', 'HEAD'),
  ...capture('git', 'ls-files', '--others', '--exclude-standard', '-z'),
]
const files = [...new Set(changed)]
if (files.length === 0) {
  console.log('nothing changed')
  process.exit(0)
}
const sources = files.filter((file) => /\.tsx?$/.test(file))
const prettier = nodeScript('node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown')
const vitest = nodeScript('node_modules/vitest/vitest.mjs', 'related', '--run', '--passWithNoTests')
const projects = ['unit', 'screen', 'db'].flatMap((name) => ['--project', name])
const types = ['affected', '-t', 'typecheck', `--files=${files.join(',')}`]
const results = [
  run('format', [...prettier, ...files]),
  run('types', nxCommand(types)),
  sources.length === 0 || run('lint', nodeScript('node_modules/eslint/bin/eslint.js', ...sources)),
  sources.length === 0 || run('tests', [...vitest, ...projects, ...sources]),
]
console.log(results.every(Boolean) ? '\nall good' : '\nsomething does not hold')
process.exitCode = results.every(Boolean) ? 0 : 1
