import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nxCommand, nxEnvironment } from './market/build.js'
import { root } from './services/paths.js'
import { nodeScript } from './testing/command.js'
import { typesCommand } from './testing/steps.js'

/** `npm run verify`: types, lint and tests of what changed since main and not yet committed. */
function capture(program: string, ...args: string[]): string[] {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.split('\0').filter(Boolean) : []
}

/** What does not hold, named at the end: the tests' output is long. */
const failed: string[] = []

function run(title: string, command: readonly string[]): void {
  console.log(`\n━━━ ${title}`)
  const [program = '', ...args] = command
  const env = nxEnvironment()
  if (spawnSync(program, args, { cwd: root, env, stdio: 'inherit' }).status !== 0)
    failed.push(title)
}

/** Folders of the projects that these files may have changed, as Nx's graph has it. */
function affectedFolders(changedFiles: readonly string[]): string[] {
  const files = `--files=${changedFiles.join(',')}`
  const [program = '', ...args] = nxCommand(['show', 'projects', '--affected', files, '--json'])
  const shown = spawnSync(program, args, { cwd: root, env: nxEnvironment(), encoding: 'utf8' })
  if (shown.status !== 0) throw new Error(shown.stdout + shown.stderr)
  const names = JSON.parse(shown.stdout) as string[]
  return names.flatMap((name) =>
    ['libs', 'apps']
      .map((kind) => `${kind}/${name.replace('@weibao/', '')}`)
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json'))),
  )
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
const isOfTools = files.some((file) => /^(tools|test)\/|^[^/]*\.config\.ts$/.test(file))
run('format', [...prettier, ...files])
for (const folder of [...affectedFolders(files), ...(isOfTools ? ['.'] : [])])
  run(`types of ${folder}`, typesCommand(folder))
if (sources.length > 0) {
  run('lint', nodeScript('node_modules/eslint/bin/eslint.js', ...sources))
  run('tests', [...vitest, ...projects, ...sources])
}
console.log(failed.length === 0 ? '\nall good' : `\ndoes not hold: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
