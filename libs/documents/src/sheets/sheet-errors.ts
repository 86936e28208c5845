import type { Locale } from '@weibao/contracts/basics'
import { problems, type ProblemCode } from '@weibao/contracts/problems'
import { printableLine } from '../printable-text.js'
import type { SheetColumns } from './sheet-columns.js'

/** A code of `contracts/problems/documents.ts` that begins with `sheet.`. */
export type SheetErrorCode = Extract<ProblemCode, `sheet.${string}`>

/** What is wrong at a place of a sheet. Without a row it is about the whole file. */
export interface SheetError {
  /** Row as the spreadsheet program numbers it, from 1. */
  readonly row: number | null
  /** Key of the column; null when the whole row, or a column that is not ours, is meant. */
  readonly column: string | null
  /** Letters of the column, as the spreadsheet program shows them. */
  readonly letters: string | null
  /** Of the reader, or of the rule of a domain that a row breaks. */
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, unknown>>
}

/** The message of an error in a language: what is wrong there and what to do. */
export function sheetErrorText({ code, params }: SheetError, locale: Locale): string {
  return problems[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  )
}

/** What the column of an error is called; null when none of ours is meant. */
export function columnTitle(
  { column }: SheetError,
  columns: SheetColumns,
  locale: Locale,
): string | null {
  return column === null ? null : (columns[column]?.title[locale] ?? null)
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A cell's text as an error may quote it: short, on one line, neutralised. */
export function quotable(text: string): string {
  const line = printableLine(text.slice(0, 200))
  const characters = [...line]
  return characters.length > 30 ? `${characters.slice(0, 30).join('')}…` : line
}

/** The file cannot be read at all. Stays within the sheets: becomes an error of the reading. */
export class UnreadableSheet extends Error {
  constructor(
    readonly code: SheetErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}
