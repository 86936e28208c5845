import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nxCommand, nxEnvironment } from '../market/build.js'
import { root, sharedFolder } from '../services/paths.js'
import { nodeScript, runCommand } from './command.js'
import { oneCase, sum, tallyOfVitest, type Tally } from './tally.js'

export const reportFolder = join(sharedFolder, 'test', 'reports')

/** A check that is one case: it holds or its output is shown. */
export async function check(command: readonly string[], env = process.env): Promise<Tally> {
  const { code, output } = await runCommand(command, { env })
  if (code !== 0) process.stdout.write(`${output}\n`)
  return oneCase(code === 0)
}

/** Builds every project, one case each. */
export async function buildAll(): Promise<Tally> {
  const { code, output } = await runCommand(nxCommand(['run-many', '-t', 'build']), {
    env: nxEnvironment(),
  })
  if (code !== 0) process.stdout.write(output)
  return tallyOfNx(output, code)
}

/** Checks the types of every project and of tools and tests, one case each. */
export async function checkTypes(): Promise<Tally> {
  const folders = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
  )
  const projects = [...folders, '.'].filter((folder) =>
    existsSync(join(root, folder, 'tsconfig.json')),
  )
  const tallies: Tally[] = []
  for (const folder of projects) {
    tallies.push(await check(nodeScript('node_modules/typescript/bin/tsc', '-p', folder)))
  }
  return sum(tallies)
}

/** One of vitest's projects (vitest.config.ts). */
export async function vitest(project: string): Promise<Tally> {
  const report = join(reportFolder, `${project}.json`)
  mkdirSync(reportFolder, { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const script = nodeScript('node_modules/vitest/vitest.mjs', 'run', '--project', project)
  const { code } = await runCommand([...script, ...reporters], { isShown: true })
  const found: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  return tallyOfVitest(found, code)
}

/** Nx says how many tasks of how many went well. */
function tallyOfNx(output: string, code: number | null): Tally {
  const good = output.match(/^\s*[✔✓] {1,3}nx run /gmu)?.length ?? 0
  const bad = output.match(/^\s*[✖×] {1,3}nx run /gmu)?.length ?? 0
  return code === 0
    ? { passed: Math.max(good, 1), failed: 0 }
    : { passed: good, failed: Math.max(bad, 1) }
}
