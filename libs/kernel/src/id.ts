/** A UUIDv7 in lower case: sorts by time of making, so indexes stay dense. */
export type Id = string

let lastMillis = 0
let sequence = 0

/**
 * Makes a UUIDv7 (RFC 9562 §5.7). Ids made in one process grow strictly: the 12 bits after the
 * version count within a millisecond.
 */
export function newId(now: number = Date.now()): Id {
  if (now > lastMillis) {
    lastMillis = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillis += 1
    sequence = 0
  }
  const bytes = new Uint8Array(16)
  globalThis.crypto.getRandomValues(bytes)
  const time = BigInt(lastMillis)
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn)
  bytes[6] = 0x70 | (sequence >> 8)
  bytes[7] = sequence & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether the text is a UUID in the form we store. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
