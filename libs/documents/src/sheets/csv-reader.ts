import { isFormula, unguardFormula } from './formula-guard.js'
import type { RawCell, RawRow, RawSheet } from './raw-sheet.js'
import { SHEET_LIMITS } from './sheet-columns.js'
import { UnreadableSheet, type SheetErrorCode } from './sheet-errors.js'

/** A quoted cell longer than this has lost its closing quote. */
const LONGEST_QUOTED = 20_000

interface Scan {
  readonly text: string
  readonly delimiter: string
  at: number
}
type Piece = { readonly cell: RawCell | undefined } | { readonly fault: SheetErrorCode }

/**
 * Splits a CSV (RFC 4180; comma, semicolon or TAB; any line ends, even mixed) into rows. A row that
 * cannot be read is told as such and reading goes on at the next line.
 */
export function readCsv(text: string): RawSheet {
  const scan: Scan = { text, delimiter: delimiterOf(text), at: 0 }
  const rows: RawRow[] = []
  for (let row = 1; scan.at < text.length; row++) {
    const read = readRow(scan, row)
    if (read.fault || read.cells.length > 0) rows.push(read)
    if (rows.length > SHEET_LIMITS.rows + 100) {
      throw new UnreadableSheet('sheet.too-many-rows', { max: SHEET_LIMITS.rows })
    }
  }
  return rows
}

function readRow(scan: Scan, row: number): RawRow {
  const start = scan.at
  const cells: (RawCell | undefined)[] = []
  let column = 0
  for (;;) {
    const piece = scan.text[scan.at] === '"' ? quoted(scan) : plain(scan)
    if ('fault' in piece) {
      scan.at = start
      skipLine(scan)
      return { row, cells: [], fault: piece.fault }
    }
    if (piece.cell) {
      if (column >= SHEET_LIMITS.columns) {
        skipLine(scan)
        return { row, cells: [], fault: 'sheet.too-many-columns' }
      }
      cells[column] = piece.cell
    }
    column++
    if (scan.text[scan.at] !== scan.delimiter) break
    scan.at++
  }
  skipLineEnd(scan)
  return { row, cells }
}

function plain(scan: Scan): Piece {
  const { text, delimiter } = scan
  const start = scan.at
  while (scan.at < text.length) {
    const character = text[scan.at]
    if (character === delimiter || character === '\n' || character === '\r') break
    scan.at++
  }
  return { cell: toCell(text.slice(start, scan.at)) }
}

function quoted(scan: Scan): Piece {
  const { text, delimiter } = scan
  const start = scan.at + 1
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0 || quote - start > LONGEST_QUOTED) return { fault: 'sheet.quote-unclosed' }
    if (text[quote + 1] === '"') {
      from = quote + 2
      continue
    }
    scan.at = quote + 1
    while (text[scan.at] === ' ') scan.at++
    const next = text[scan.at]
    const isEnd = next === undefined || next === delimiter || next === '\n' || next === '\r'
    if (!isEnd) return { fault: 'sheet.quote-misplaced' }
    return { cell: toCell(text.slice(start, quote).replaceAll('""', '"')) }
  }
}

function toCell(text: string): RawCell | undefined {
  if (text.length > SHEET_LIMITS.cellCodePoints * 2) {
    return { kind: 'too-long', text: text.slice(0, 100) }
  }
  if (text.trim() === '') return undefined
  if (isFormula(text)) return { kind: 'formula', text }
  return { kind: 'text', text: unguardFormula(text) }
}

function skipLine(scan: Scan): void {
  const { text } = scan
  while (scan.at < text.length && text[scan.at] !== '\n' && text[scan.at] !== '\r') scan.at++
  skipLineEnd(scan)
}

function skipLineEnd(scan: Scan): void {
  if (scan.text[scan.at] === '\r') scan.at++
  if (scan.text[scan.at] === '\n') scan.at++
}

/** The delimiter that the first line with several cells uses most, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
  ])
  let isQuoted = false
  let isComment = text[0] === '#'
  for (let at = 0; at < Math.min(text.length, 100_000); at++) {
    const character = text[at]!
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' || character === '\r') {
      if ([...counts.values()].some((count) => count > 0)) break
      isComment = text[at + 1] === '#'
    } else if (!isComment && counts.has(character)) {
      counts.set(character, counts.get(character)! + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}
