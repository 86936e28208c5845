import { refusal } from './refusal.js'

/** Packs the sort key of the last row of a page. Opaque to callers. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Unpacks a cursor of `length` values; refuses with `request.cursor-invalid`. Null stays null. */
export function decodeCursor(
  cursor: string | undefined,
  length: number,
): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isPlain = (value: unknown) =>
      value === null || typeof value === 'string' || typeof value === 'number'
    if (Array.isArray(values) && values.length === length && values.every(isPlain))
      return values as (string | number | null)[]
  } catch {
    // falls through to the refusal
  }
  throw refusal('request.cursor-invalid')
}

/** Cuts the page out of `limit + 1` rows and makes the cursor of its last. */
export function toPage<T, V>(
  found: readonly T[],
  limit: number,
  keyOf: (last: T) => readonly (string | number | null)[],
  view: (row: T) => V,
): { items: V[]; nextCursor: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(view),
    nextCursor: found.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}
