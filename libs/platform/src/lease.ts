/**
 * Does work under a lease of the database that ends soon after this process does: `renew` is called
 * every few seconds until the work is over. A renewal that fails is tried again at the next turn.
 */
export async function underLease<T>(
  renewSeconds: number,
  renew: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let isRenewing = false
  const timer = setInterval(() => {
    if (isRenewing) return
    isRenewing = true
    void renew()
      .catch(() => undefined)
      .finally(() => (isRenewing = false))
  }, renewSeconds * 1000)
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
