const PARENT_CHECK_MS = 500

/** Resolves at the first Ctrl-C, SIGTERM or hang-up; a second Ctrl-C does not hurry anything. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve())
    }
  })
}

/**
 * Under npm we are npm's child: when npm is killed the terminal believes that all has ended, so we
 * end as well. Started directly (or with nohup) we may outlive our parent.
 */
export function stopWithParent(): void {
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}
