import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, varFolder } from '../services/paths.js'
import { startChild } from '../services/process.js'

const SHOWN_LINES = 40

interface StepOptions {
  readonly env: NodeJS.ProcessEnv
  readonly logFolder?: string
}

/** Runs a command to its end, its output in a log. Throws with the log's last lines on failure. */
export async function runStep(
  name: string,
  command: readonly string[],
  { env, logFolder = join(varFolder(), 'logs') }: StepOptions,
): Promise<void> {
  const logFile = join(logFolder, `${name}.log`)
  rmSync(logFile, { force: true })
  const code = await startChild(command, { env, logFile, cwd: root }).exited
  if (code === 0) return
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n')
  throw new Error(`${name} failed (${logFile}):\n${lines.slice(-SHOWN_LINES).join('\n')}`)
}
