import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, sharedFolder } from '../services/paths.js'
import { removeStaleOutput } from './stale-output.js'
import { lastLines, runStep } from './step.js'

const PROJECTS = ['api', 'payment-sandbox', 'storefront', 'console']
const SHARED_SOURCES = ['package-lock.json', 'nx.json', '.swcrc', 'tsconfig.base.json']
const SOURCES = ['apps', 'libs']
const NOT_BUILT = /^(node_modules|dist|coverage)$|\.(spec\.ts|test\.tsx|md)$/
/** One file of each project that its build always makes. */
const OUTPUTS = [
  'apps/api/dist/main.js',
  'apps/payment-sandbox/dist/main.js',
  'apps/storefront/dist/index.html',
  'apps/console/dist/index.html',
]
const stampFile = join(sharedFolder, 'build.json')

interface BuildStamp {
  readonly sources: string
  readonly outputs: string
}

/**
 * Builds what the market runs. Starting Nx takes seconds even when it finds all in its cache, so it
 * is not asked when neither a source nor an output differs from the last build. Gives the digest of
 * the sources.
 */
export async function buildMarket(log: (line: string) => void): Promise<string> {
  const sources = sourcesHash()
  if (isBuilt(sources)) return sources
  log('building (the first time takes a minute)…')
  const started = Date.now()
  removeStaleOutput(root)
  const command = nxCommand(['run-many', '-t', 'build', '-p', PROJECTS.join(','), '--nxBail'])
  await runStep('build', command, { env: buildEnvironment(), telling: failedTask })
  const stamp: BuildStamp = { sources, outputs: outputsState() }
  mkdirSync(sharedFolder, { recursive: true })
  writeFileSync(stampFile, JSON.stringify(stamp))
  log(`built in ${Math.round((Date.now() - started) / 1000)} s`)
  return sources
}

/** A digest of everything that the build reads. */
export function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version)
  const add = (path: string) => hash.update(path).update(readFileSync(join(root, path)))
  SHARED_SOURCES.forEach(add)
  for (const folder of SOURCES) filesBelow(folder, NOT_BUILT).forEach(add)
  return hash.digest('hex')
}

/** A digest of what was built of the server. */
export function serverBuildHash(): string {
  const hash = createHash('sha256')
  const libraries = readdirSync(join(root, 'libs')).sort()
  for (const project of ['apps/api', ...libraries.map((name) => `libs/${name}`)]) {
    if (!existsSync(join(root, project, 'dist'))) continue
    for (const path of filesBelow(`${project}/dist`, /\.map$/)) {
      hash.update(path).update(readFileSync(join(root, path)))
    }
  }
  return hash.digest('hex')
}

/** Paths below a folder in a fixed order, without names that match. */
function filesBelow(folder: string, excluded: RegExp): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter((entry) => !excluded.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(path, excluded)
      return entry.isFile() ? [path] : []
    })
}

/** Nx without its daemon and terminal interface. */
export function nxCommand(args: readonly string[]): string[] {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js')
  return [process.execPath, nx, ...args, '--outputStyle=static']
}

export const nxEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
})

/** What is built is what is served: whoever calls, a test runner too, gets the production build. */
export const buildEnvironment = (): NodeJS.ProcessEnv => ({
  ...nxEnvironment(),
  NODE_ENV: 'production',
})

/** The output of the task that failed: Nx prints it before those that it then stops. */
export function failedTask(log: string): string {
  const name = /Failed tasks:\s+- (\S+)/.exec(log)?.[1]
  const task = log.split(/^> nx run /m).find((part) => name && part.startsWith(`${name}\n`))
  return lastLines(task ?? log)
}

function isBuilt(sources: string): boolean {
  if (!existsSync(stampFile)) return false
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as Partial<BuildStamp>
  return stamp.sources === sources && stamp.outputs === outputsState()
}

/** Somebody may have built another state of the sources since: the times of the outputs tell. */
function outputsState(): string {
  return OUTPUTS.map((path) => {
    const file = join(root, path)
    return existsSync(file) ? statSync(file).mtimeMs : 'missing'
  }).join(' ')
}
