import type { MarketEvent } from './incremental.js'
import { list, object, ProblemError, Row } from './problem-fields.js'

/** A stream of changes, and the lines that are not there yet when it starts. */
export interface MarketStream {
  readonly absentAtStart: { readonly from: number; readonly to: number }
  readonly events: readonly MarketEvent[]
}

const INDEX = 2 ** 31 - 1

/** Reads `agri-match-events/1`. Throws `ProblemError` with the path of the first thing wrong. */
export function readEvents(text: string): MarketStream {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ProblemError('events', `is not JSON (${(error as Error).message})`)
  }
  const file = object(value, 'events file')
  if (file['format'] !== 'agri-match-events/1') {
    throw new ProblemError('format', 'must be agri-match-events/1')
  }
  const absent = object(file['absentAtStart'] ?? { from: 0, to: -1 }, 'absentAtStart')
  const row = new Row()
  row.on('absentAtStart', 0, absent)
  return {
    absentAtStart: { from: row.whole('from', 0, INDEX), to: row.whole('to', -1, INDEX) },
    events: list(file['events'], 'events').map((each, k) => readEvent(row, k, each)),
  }
}

function readEvent(row: Row, k: number, value: unknown): MarketEvent {
  row.on('events', k, value)
  const { type } = value as { type?: unknown }
  if (type === 'arrive' || type === 'cancel') return { type, demand: row.whole('demand', 0, INDEX) }
  if (type === 'lotQuantity') {
    return { type, lot: row.whole('lot', 0, INDEX), qtyKg: row.whole('qtyKg', 0) }
  }
  if (type === 'lotPrice') {
    return { type, lot: row.whole('lot', 0, INDEX), priceCents: row.whole('priceCents', 0) }
  }
  return row.refuse('type', 'must be arrive, cancel, lotQuantity or lotPrice')
}
