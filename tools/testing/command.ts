import { spawn } from 'node:child_process'
import { root } from '../services/paths.js'

interface Ran {
  readonly code: number | null
  readonly output: string
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Written through as it comes; otherwise only kept. */
  readonly isShown?: boolean
}

/** Runs a command in the checkout without a shell; a missing program is exit code 127. */
export function runCommand(
  command: readonly string[],
  { env = process.env, isShown = false }: RunOptions = {},
): Promise<Ran> {
  const [program = '', ...args] = command
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString()
        if (isShown) process.stdout.write(data)
      })
    }
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** A script of a package that is installed here, run by this Node. */
export function nodeScript(path: string, ...args: string[]): string[] {
  return [process.execPath, path, ...args]
}
