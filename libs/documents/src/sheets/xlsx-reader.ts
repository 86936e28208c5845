import type { RawCell, RawRow, RawSheet } from './raw-sheet.js'
import { SHEET_LIMITS } from './sheet-columns.js'
import { UnreadableSheet } from './sheet-errors.js'
import { openWorkbook, unescapeString, type Workbook } from './xlsx-workbook.js'
import { walkXml } from './xml-events.js'

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  isFormula: boolean
}

/** Reads the first sheet of an xlsx. Formulae are marked, never evaluated. Throws `UnreadableSheet`. */
export function readXlsx(bytes: Buffer): RawSheet {
  const workbook = openWorkbook(bytes, SHEET_LIMITS.unpackedBytes)
  const reader = new SheetReader(workbook)
  walkXml(workbook.sheet, reader)
  return reader.rows
}

class SheetReader {
  readonly rows: RawRow[] = []
  private row = 0
  private column = -1
  private cells: (RawCell | undefined)[] = []
  private isTooWide = false
  private cell: OpenCell | null = null
  private target: 'value' | 'inline' | null = null
  private isReading = false

  constructor(private readonly workbook: Workbook) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') return this.openRow(attribute('r'))
    if (name === 'c') {
      this.column = columnOf(attribute('r')) ?? this.column + 1
      const type = attribute('t') ?? 'n'
      const style = Number(attribute('s') ?? 0)
      this.cell = { column: this.column, type, style, value: '', inline: '', isFormula: false }
      return
    }
    if (!this.cell) return
    if (name === 'f') this.cell.isFormula = true
    if (name === 'rPh') this.isReading = true
    if (name === 'v') this.target = 'value'
    if (name === 't' && !this.isReading) this.target = 'inline'
  }

  text(text: string): void {
    if (this.cell && this.target) this.cell[this.target] += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.target = null
    if (name === 'rPh') this.isReading = false
    if (name === 'c' && this.cell) this.closeCell(this.cell)
    if (name === 'row') this.closeRow()
  }

  private openRow(number: string | undefined): void {
    this.row = number && /^\d{1,7}$/.test(number) ? Number(number) : this.row + 1
    this.column = -1
    this.cells = []
    this.isTooWide = false
  }

  private closeCell(cell: OpenCell): void {
    const raw = this.toRaw(cell)
    if (raw && cell.column >= SHEET_LIMITS.columns) this.isTooWide = true
    else if (raw) this.cells[cell.column] = raw
    this.cell = null
  }

  private closeRow(): void {
    if (this.isTooWide)
      this.rows.push({ row: this.row, cells: [], fault: 'sheet.too-many-columns' })
    else if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells })
    if (this.rows.length > SHEET_LIMITS.rows + 100) {
      throw new UnreadableSheet('sheet.too-many-rows', { max: SHEET_LIMITS.rows })
    }
  }

  private toRaw({ type, style, value, inline, isFormula }: OpenCell): RawCell | undefined {
    if (isFormula) return { kind: 'formula', text: value.slice(0, 100) }
    switch (type) {
      case 's':
        return textCell(this.workbook.strings[Number(value)] ?? '')
      case 'inlineStr':
        return textCell(unescapeString(inline))
      case 'str':
        return textCell(unescapeString(value))
      case 'b':
        return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' }
      case 'e':
        return { kind: 'fault', text: value.slice(0, 20) }
      case 'd':
        return { kind: 'date', text: value.replace('T', ' ').replace(/[Z.].*$/, '') }
      default:
        return this.numberCell(value, style)
    }
  }

  private numberCell(value: string, style: number): RawCell | undefined {
    if (value.trim() === '') return undefined
    const number = Number(value)
    if (Number.isNaN(number)) return { kind: 'fault', text: value.slice(0, 20) }
    const isDate = this.workbook.dateStyles[style] ?? false
    const date = isDate ? dateText(number, this.workbook.is1904) : null
    return date ? { kind: 'date', text: date } : { kind: 'number', text: decimalText(number) }
  }
}

function textCell(text: string): RawCell | undefined {
  if (text.length > SHEET_LIMITS.cellCodePoints * 2) {
    return { kind: 'too-long', text: text.slice(0, 100) }
  }
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

/** Index of the column in a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? '')?.[1]
  if (!letters) return null
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** The number as Excel shows it: fifteen digits, so that 58.1 does not read 58.10000000000001. */
function decimalText(number: number): string {
  const rounded = Number(number.toPrecision(15))
  if (!Number.isFinite(rounded)) return rounded > 0 ? 'Infinity' : '-Infinity'
  if (Math.abs(rounded) >= 1e21) return 'Infinity'
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text
}

const LAST_SERIAL = 2_958_466

/** `YYYY-MM-DD`, with ` HH:mm:ss` where the serial has a time. Null when it is no date. */
function dateText(serial: number, is1904: boolean): string | null {
  // Excel's day 60 is a 29 February 1900 that never was.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!(days >= 1 && days < LAST_SERIAL)) return null
  const seconds = Math.round(days * 86_400)
  const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString()
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}
