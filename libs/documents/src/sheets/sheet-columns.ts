import type { Locale } from '@weibao/contracts/basics'
import type { Fen, LocalDay } from '@weibao/kernel'

/** A title or label in both languages. */
export type Words = Readonly<Record<Locale, string>>

interface ColumnBase {
  readonly title: Words
  /** Other headers that people write for the same column. */
  readonly aliases?: readonly string[]
  /** The cell must not be empty, and the column must be there. */
  readonly required?: boolean
  /** No two rows may hold the same value. */
  readonly unique?: boolean
  /** What the template shows in its example row, as a person would type it. */
  readonly example?: string
  /** What the template says about the column. */
  readonly note?: Words
}

export interface TextColumn extends ColumnBase {
  readonly type: 'text'
  /** Code points; at most 2,000. */
  readonly max?: number
  readonly multiline?: boolean
}
export interface IntegerColumn extends ColumnBase {
  readonly type: 'integer'
  readonly min?: number
  readonly max?: number
}
/** Yuan on the sheet, fen in the value. */
export interface MoneyColumn extends ColumnBase {
  readonly type: 'money'
  /** Fen; 0 unless given. */
  readonly min?: number
  readonly max?: number
}
export interface DayColumn extends ColumnBase {
  readonly type: 'day'
}
/** An instant, shown as Shanghai time to the second. The value is ISO 8601 in UTC. */
export interface InstantColumn extends ColumnBase {
  readonly type: 'instant'
}
export interface ChoiceColumn<V extends string = string> extends ColumnBase {
  readonly type: 'choice'
  readonly choices: readonly { readonly value: V; readonly label: Words }[]
}

/** A column of a sheet, said as data: it goes to the worker thread, so it holds no function. */
export type SheetColumn =
  TextColumn | IntegerColumn | MoneyColumn | DayColumn | InstantColumn | ChoiceColumn

/** Columns by key, in the order of the sheet. */
export type SheetColumns = Readonly<Record<string, SheetColumn>>

type ValueOf<C extends SheetColumn> =
  C extends ChoiceColumn<infer V>
    ? V
    : C extends MoneyColumn
      ? Fen
      : C extends IntegerColumn
        ? number
        : C extends DayColumn
          ? LocalDay
          : string

/** What a row of such a sheet holds; a column that is not required may be null. */
export type SheetValues<C extends SheetColumns> = {
  [K in keyof C]: C[K]['required'] extends true ? ValueOf<C[K]> : ValueOf<C[K]> | null
}

/** Declares columns; keeps the literal types. */
export function sheetColumns<const C extends SheetColumns>(columns: C): C {
  return columns
}

export const SHEET_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 10_000,
  columns: 50,
  cellCodePoints: 2_000,
  /** Unpacked bytes of the parts of an xlsx that are read. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Errors told for one row; the rest are counted. */
  errorsPerRow: 10,
  /** Rows of a written sheet. */
  writtenRows: 100_000,
} as const
