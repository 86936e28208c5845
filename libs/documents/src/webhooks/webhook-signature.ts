import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<body>` with the endpoint's secret; a `v1` for
 * each secret while one is being changed for another.
 */
export function signWebhook(secrets: readonly string[], body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${macOf(secret, seconds, body)}`)].join(
    ',',
  )
}

/** What a receiver does: right secret, unchanged body, and not older or newer than the tolerance. */
export function isSignedWebhook(
  { secret, body, now }: { secret: string; body: string; now: Date },
  header: string,
  toleranceSeconds = 300,
): boolean {
  const match = /^t=(\d{1,12})((?:,v1=[0-9a-f]{64}){1,2})$/.exec(header)
  if (!match) return false
  const seconds = Number(match[1])
  if (Math.abs(now.getTime() / 1000 - seconds) > toleranceSeconds) return false
  const due = Buffer.from(macOf(secret, seconds, body))
  return match[2]!
    .slice(1)
    .split(',')
    .some((each) => timingSafeEqual(Buffer.from(each.slice(3)), due))
}

function macOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
}
