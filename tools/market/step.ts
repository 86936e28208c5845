import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, varFolder } from '../services/paths.js'
import { startChild } from '../services/process.js'

const SHOWN_LINES = 40

interface StepOptions {
  readonly env: NodeJS.ProcessEnv
  readonly logFolder?: string
  /** What of the log tells why it failed; its last lines unless given. */
  readonly telling?: (log: string) => string
}

/** Runs a command to its end, its output in a log. Throws with what the log tells on failure. */
export async function runStep(
  name: string,
  command: readonly string[],
  { env, logFolder = join(varFolder(), 'logs'), telling = lastLines }: StepOptions,
): Promise<void> {
  const logFile = join(logFolder, `${name}.log`)
  rmSync(logFile, { force: true })
  const code = await startChild(command, { env, logFile, cwd: root }).exited
  if (code === 0) return
  throw new Error(`${name} failed (${logFile}):\n${telling(readFileSync(logFile, 'utf8'))}`)
}

export function lastLines(log: string): string {
  return log.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')
}
