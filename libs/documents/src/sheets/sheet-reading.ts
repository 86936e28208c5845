import { createHash } from 'node:crypto'
import { comparable, parseCell, type CellValue } from './cell-parsing.js'
import { readCsv } from './csv-reader.js'
import type { RawRow, RawSheet } from './raw-sheet.js'
import { SHEET_LIMITS, type SheetColumns } from './sheet-columns.js'
import {
  columnLetters,
  UnreadableSheet,
  type SheetError,
  type SheetErrorCode,
} from './sheet-errors.js'
import { decodeText } from './text-decoding.js'
import { readXlsx } from './xlsx-reader.js'

export interface PlainRow {
  readonly row: number
  readonly values: Readonly<Record<string, CellValue | null>>
}
/** What a dry run finds: the rows without any error, and every error. */
export interface PlainReading {
  /** sha256 of the file: the import that follows must be of the same. */
  readonly digest: string
  /** Letters of the columns that are there, by key: where a check beyond the cells finds its errors. */
  readonly letters: Readonly<Record<string, string>>
  readonly rowCount: number
  readonly rows: PlainRow[]
  readonly errors: SheetError[]
}

/** Reads a whole sheet. Runs in the worker thread. */
export function readWholeSheet(
  bytes: Buffer,
  columns: SheetColumns,
  ignoresOthers = false,
): PlainReading {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const nothing = { digest, letters: {}, rowCount: 0, rows: [] }
  try {
    const raw = readRaw(bytes)
    const start = raw.findIndex((row) => !isComment(row))
    const header = raw[start]
    if (!header) throw new UnreadableSheet('sheet.empty')
    const { places, errors } = readHeader(header, columns, ignoresOthers)
    if (errors.length > 0) return { ...nothing, errors }
    const body = raw.slice(start + 1)
    if (body.length > SHEET_LIMITS.rows) {
      throw new UnreadableSheet('sheet.too-many-rows', { max: SHEET_LIMITS.rows })
    }
    const letters = Object.fromEntries(
      [...places].map(([index, key]) => [key, columnLetters(index)] as const),
    )
    const own = ignoresOthers ? body.map((row) => ownCells(row, places)) : body
    return { digest, letters, ...readBody(own, columns, places) }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    const { code, params } = error
    return { ...nothing, errors: [{ row: null, column: null, letters: null, code, params }] }
  }
}

/** The cells of a file, whatever its format. Throws `UnreadableSheet`. */
export function readRaw(bytes: Buffer): RawSheet {
  if (bytes.length > SHEET_LIMITS.bytes) {
    throw new UnreadableSheet('sheet.too-large', { max: SHEET_LIMITS.bytes / 1024 / 1024 })
  }
  if (bytes.length === 0) throw new UnreadableSheet('sheet.empty')
  const start = bytes.subarray(0, 4).toString('hex')
  if (start === '504b0304') return readXlsx(bytes)
  // The old binary xls, and any encrypted workbook.
  if (start === 'd0cf11e0') throw new UnreadableSheet('sheet.not-supported')
  return readCsv(decodeText(bytes).text)
}

export function isComment(row: RawRow): boolean {
  return row.cells[0]?.kind === 'text' && row.cells[0].text.trimStart().startsWith('#')
}

type Places = ReadonlyMap<number, string>

function readHeader(
  header: RawRow,
  columns: SheetColumns,
  ignoresOthers: boolean,
): { places: Places; errors: SheetError[] } {
  const places = new Map<number, string>()
  const errors: SheetError[] = []
  const report = (index: number | null, code: SheetErrorCode, column: string | null, value = '') =>
    errors.push({
      row: header.row,
      column,
      letters: index === null ? null : columnLetters(index),
      code,
      params: { value },
    })
  if (header.fault) report(null, header.fault, null)
  const keyOf = new Map<string, string>()
  for (const [key, { title, aliases = [] }] of Object.entries(columns)) {
    for (const name of [key, title['zh-CN'], title.en, ...aliases]) keyOf.set(comparable(name), key)
  }
  header.cells.forEach((cell, index) => {
    if (!cell) return
    const key = keyOf.get(comparable(cell.text))
    if (!key && ignoresOthers) return
    if (!key) return report(index, 'sheet.column-unknown', null, cell.text.slice(0, 30))
    if ([...places.values()].includes(key)) return report(index, 'sheet.column-repeated', key)
    places.set(index, key)
  })
  const found = new Set(places.values())
  for (const [key, column] of Object.entries(columns)) {
    if (!column.required || found.has(key) || header.fault) continue
    errors.push({
      row: header.row,
      column: key,
      letters: null,
      code: 'sheet.column-missing',
      params: { title: column.title['zh-CN'], titleEn: column.title.en },
    })
  }
  return { places, errors }
}

/** A row without what stands in columns that are not ours. */
function ownCells(row: RawRow, places: Places): RawRow {
  return { ...row, cells: row.cells.map((cell, index) => (places.has(index) ? cell : undefined)) }
}

function readBody(body: RawSheet, columns: SheetColumns, places: Places) {
  const rows: PlainRow[] = []
  const errors: SheetError[] = []
  const seen = new Map<string, Map<CellValue, number>>()
  for (const [key, column] of Object.entries(columns)) if (column.unique) seen.set(key, new Map())
  for (const row of body) {
    const { values, faults } = readRow(row, columns, places, seen)
    if (faults.length === 0) rows.push({ row: row.row, values })
    errors.push(...faults.slice(0, SHEET_LIMITS.errorsPerRow))
    const more = faults.length - SHEET_LIMITS.errorsPerRow
    if (more > 0) {
      const params = { count: more }
      errors.push({ row: row.row, column: null, letters: null, code: 'sheet.more-errors', params })
    }
  }
  return { rowCount: body.length, rows, errors }
}

function readRow(
  { row, cells, fault }: RawRow,
  columns: SheetColumns,
  places: Places,
  seen: Map<string, Map<CellValue, number>>,
): { values: Record<string, CellValue | null>; faults: SheetError[] } {
  const values: Record<string, CellValue | null> = {}
  for (const key of Object.keys(columns)) values[key] = null
  if (fault)
    return { values, faults: [{ row, column: null, letters: null, code: fault, params: {} }] }
  const faults: SheetError[] = []
  for (const [index, key] of places) {
    const column = columns[key]!
    const cell = cells[index]
    const report = (code: SheetErrorCode, params: SheetError['params'] = {}) =>
      faults.push({ row, column: key, letters: columnLetters(index), code, params })
    if (!cell) {
      if (column.required) report('sheet.required')
      continue
    }
    const parsed = parseCell(column, cell)
    if (!parsed.ok) {
      report(parsed.error.code, parsed.error.params)
      continue
    }
    values[key] = parsed.value
    const first = seen.get(key)?.get(parsed.value)
    if (first === undefined) seen.get(key)?.set(parsed.value, row)
    else report('sheet.duplicate', { first })
  }
  cells.forEach((cell, index) => {
    if (!cell || places.has(index)) return
    const letters = columnLetters(index)
    faults.push({ row, column: null, letters, code: 'sheet.column-untitled', params: { letters } })
  })
  return { values, faults }
}
