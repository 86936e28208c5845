import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { buildEnvironment, nxCommand } from '../market/build.js'
import { removeStaleOutput } from '../market/stale-output.js'
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
  removeStaleOutput(root)
  const { code, output } = await runCommand(nxCommand(['run-many', '-t', 'build']), {
    env: buildEnvironment(),
  })
  if (code !== 0) process.stdout.write(output)
  return tallyOfNx(stripVTControlCharacters(output), code)
}

/**
 * The native TypeScript 7: it found every error that TypeScript 6 did, four times faster. It has no
 * API, so ESLint and the editors stay on 6.
 */
export function typesCommand(folder: string): string[] {
  return nodeScript('node_modules/typescript7/bin/tsc', '-p', folder)
}

/** Checks the types of every project and of tools and tests, one case each. */
export async function checkTypes(): Promise<Tally> {
  const folders = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
  )
  const waiting = [...folders, '.'].filter((folder) =>
    existsSync(join(root, folder, 'tsconfig.json')),
  )
  const tallies: Tally[] = []
  const work = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      tallies.push(await check(typesCommand(folder)))
    }
  }
  await Promise.all([work(), work()])
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

/** Nx says at its end for how many projects it ran, and lists those that failed. */
function tallyOfNx(output: string, code: number | null): Tally {
  const projects = Number(/target build for (\d+) project/.exec(output)?.[1] ?? 0)
  const listed = output.slice(output.lastIndexOf('Failed tasks:'))
  const failed = code === 0 ? 0 : Math.max(1, listed.match(/^- \S+:build/gm)?.length ?? 0)
  return { passed: Math.max(projects - failed, 0), failed }
}
