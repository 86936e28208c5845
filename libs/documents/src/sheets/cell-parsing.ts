import { fail, isLocalDay, ok, parseYuan, type Result } from '@weibao/kernel'
import type { RawCell } from './raw-sheet.js'
import {
  SHEET_LIMITS,
  type ChoiceColumn,
  type IntegerColumn,
  type MoneyColumn,
  type SheetColumn,
  type TextColumn,
} from './sheet-columns.js'
import { quotable, type SheetErrorCode } from './sheet-errors.js'

/** Why a cell is refused: a code and what fills its message. */
export interface CellFault {
  readonly code: SheetErrorCode
  readonly params: Readonly<Record<string, string | number>>
}
export type CellValue = string | number
type Parsed = Result<CellValue, CellFault>

const refuse = (code: SheetErrorCode, params: CellFault['params'] = {}): Parsed =>
  fail({ code, params })
const refuseValue = (code: SheetErrorCode, text: string): Parsed =>
  refuse(code, { value: quotable(text) })

/** What a cell that is not empty means in its column. */
export function parseCell(column: SheetColumn, cell: RawCell): Parsed {
  if (cell.kind === 'formula') return refuse('sheet.formula')
  if (cell.kind === 'fault') return refuseValue('sheet.cell-fault', cell.text)
  if (cell.kind === 'too-long' || [...cell.text].length > SHEET_LIMITS.cellCodePoints) {
    return refuse('sheet.text-too-long', { max: SHEET_LIMITS.cellCodePoints })
  }
  if (cell.text.includes('\u0000')) return refuse('sheet.control-character')
  switch (column.type) {
    case 'text':
      return parseText(column, cell)
    case 'integer':
      return parseInteger(column, cell)
    case 'money':
      return parseMoney(column, cell)
    case 'day':
      return parseDay(cell)
    case 'instant':
      return parseInstant(cell)
    case 'choice':
      return parseChoice(column, cell)
  }
}

/** The same characters that `contracts` refuses in text by people, line breaks aside. */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]|\p{Cs}/u

function parseText({ max, multiline }: TextColumn, cell: RawCell): Parsed {
  const digits = cell.kind === 'number' ? cell.text.replace(/\D/g, '').length : 0
  // Excel keeps fifteen digits: a longer number has already lost its last ones.
  if (digits > 15) return refuse('sheet.digits-lost')
  const text = cell.text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (UNSAFE.test(text)) return refuse('sheet.control-character')
  if (!multiline && /[\n\t]/.test(text)) return refuse('sheet.line-break')
  const longest = max ?? SHEET_LIMITS.cellCodePoints
  if ([...text].length > longest) return refuse('sheet.text-too-long', { max: longest })
  return ok(text)
}

const plainOf = (cell: RawCell) => cell.text.normalize('NFKC').trim()

/** Why a text that is no number of ours is none; null when it is one. */
function numberFault(cell: RawCell, plain: string): Parsed | null {
  if (/^-?Infinity$/.test(plain)) return refuse('sheet.number-out-of-range')
  if (cell.kind === 'date') return refuseValue('sheet.date-not-number', cell.text)
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(plain)) return refuseValue('sheet.scientific', cell.text)
  return null
}

function parseInteger({ min = 0, max = 1_000_000_000 }: IntegerColumn, cell: RawCell): Parsed {
  const plain = plainOf(cell)
  const fault = numberFault(cell, plain)
  if (fault) return fault
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/.exec(plain)
  if (!match) return refuseValue('sheet.not-a-number', cell.text)
  if (/[1-9]/.test(match[3] ?? '')) return refuseValue('sheet.not-whole', cell.text)
  const digits = match[2]!.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  if (digits.length > 15) return refuse('sheet.number-out-of-range')
  const value = Number(`${match[1] === '-' ? '-' : ''}${digits}`) + 0
  if (value < min) return refuse('sheet.number-too-small', { min })
  if (value > max) return refuse('sheet.number-too-large', { max })
  return ok(value)
}

const HIGHEST_FEN = 1_000_000_000_000

function parseMoney({ min = 0, max = HIGHEST_FEN }: MoneyColumn, cell: RawCell): Parsed {
  const plain = plainOf(cell)
  const fault = numberFault(cell, plain)
  if (fault) return fault
  const yuan = plain.replace(/\s*元$/, '').replace(/^\+/, '')
  const value = parseYuan(yuan)
  if (value === null) {
    const digits = yuan.replace(/[¥,\s-]/g, '')
    if (/^\d+\.\d{3,}$/.test(digits)) return refuseValue('sheet.money-decimals', cell.text)
    if (/^\d{14,}(\.\d+)?$/.test(digits)) return refuse('sheet.number-out-of-range')
    return refuseValue('sheet.not-money', cell.text)
  }
  if (value < min) return refuse('sheet.money-too-small', { min: yuanText(min) })
  if (value > max) return refuse('sheet.money-too-large', { max: yuanText(max) })
  return ok(value)
}

/** Fen as a plain decimal of yuan: -5 → `-0.05`. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const DAY_FORMS = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/

function parseDay(cell: RawCell): Parsed {
  const plain = plainOf(cell)
  const match = DAY_FORMS.exec(cell.kind === 'date' ? plain.slice(0, 10) : plain)
  if (!match) return refuseValue('sheet.not-a-day', cell.text)
  const month = (match[2] ?? match[4])!.padStart(2, '0')
  const date = (match[3] ?? match[5])!.padStart(2, '0')
  const day = `${match[1]}-${month}-${date}`
  if (!isLocalDay(day)) return refuseValue('sheet.day-not-in-calendar', cell.text)
  if (day < '1900-01-01' || day > '2199-12-31') return refuseValue('sheet.not-a-day', cell.text)
  return ok(day)
}

const INSTANT_FORM = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

function parseInstant(cell: RawCell): Parsed {
  const match = INSTANT_FORM.exec(plainOf(cell))
  if (!match) return refuseValue('sheet.not-a-time', cell.text)
  const day = parseDay({ kind: 'text', text: match[1]! })
  if (!day.ok) return day
  const [hours, minutes, seconds] = [match[2] ?? '0', match[3] ?? '0', match[4] ?? '0'].map(Number)
  if (hours! > 23 || minutes! > 59 || seconds! > 59) {
    return refuseValue('sheet.not-a-time', cell.text)
  }
  const time = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
  return ok(new Date(`${day.value}T${time}+08:00`).toISOString())
}

/** Headers and labels compare without case, width, spaces and the mark of a required column. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_]/g, '')
}

function parseChoice({ choices }: ChoiceColumn, cell: RawCell): Parsed {
  const wanted = comparable(cell.text)
  const found = choices.find(({ value, label }) =>
    [value, label['zh-CN'], label.en].some((text) => comparable(text) === wanted),
  )
  if (found) return ok(found.value)
  const options = choices.map(({ label }) => label['zh-CN']).join('、')
  const optionsEn = choices.map(({ label }) => label.en).join(', ')
  return refuse('sheet.not-a-choice', { value: quotable(cell.text), options, optionsEn })
}
