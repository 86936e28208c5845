import type { SheetErrorCode } from './sheet-errors.js'

/**
 * What a cell holds before anybody asks what it means. `number` is a decimal text without exponent;
 * `date` is `YYYY-MM-DD`, with ` HH:mm:ss` when it has a time. `formula` is never evaluated.
 */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'fault' | 'too-long'
  readonly text: string
}

export interface RawRow {
  /** Row as the spreadsheet program numbers it, from 1. */
  readonly row: number
  /** Holes are empty cells. */
  readonly cells: readonly (RawCell | undefined)[]
  /** The row as a whole cannot be read. */
  readonly fault?: SheetErrorCode
}

/** Rows that hold something, in order. */
export type RawSheet = readonly RawRow[]
