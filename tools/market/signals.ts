import { readFileSync } from 'node:fs'

const PARENT_CHECK_MS = 500

/** Resolves at the first Ctrl-C, SIGTERM or hang-up; a second one does not hurry anything. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve())
    }
  })
}

/**
 * Under npm we are npm's child, with a shell between us: when npm is killed its caller believes that
 * all has ended, so we end as well. Started directly (or with nohup) we may outlive our parent.
 */
export function stopWithNpm(): void {
  if (!process.env['npm_lifecycle_event']) return
  const ancestors = ancestorsUpToNpm()
  setInterval(() => {
    const isSame = ancestors.every((ancestor, index) => {
      const child = ancestors[index - 1]
      return (child === undefined ? process.ppid : parentOf(child)) === ancestor
    })
    if (!isSame) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

function ancestorsUpToNpm(): number[] {
  const parent = process.ppid
  if (isNpm(parent)) return [parent]
  const grandparent = parentOf(parent)
  return grandparent !== null && isNpm(grandparent) ? [parent, grandparent] : [parent]
}

function isNpm(pid: number): boolean {
  try {
    return /(^|\/| )npm( |$|\0)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

/** Null where the system does not tell. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
