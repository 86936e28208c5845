import type { Locale } from '@weibao/contracts/basics'
import { comparable } from './cell-parsing.js'
import type { RawSheet } from './raw-sheet.js'
import type { SheetColumns, TextColumn, Words } from './sheet-columns.js'
import type { SheetContent } from './sheet-content.js'
import { UnreadableSheet } from './sheet-errors.js'
import { isComment, readRaw } from './sheet-reading.js'

/** What is wrong with which row; without a row, with the file. */
interface Mark {
  readonly row: number | null
  readonly text: string
}

export interface SheetMarking {
  readonly title: string
  readonly locale: Locale
  /** Title of the column of the marks, as the importing columns know and pass over it. */
  readonly column: Words
  readonly marks: readonly Mark[]
}

/** The cells of a file as text, row by row, and the marks of each row in a last column. */
export function markedContent(
  bytes: Buffer,
  { title, locale, column, marks }: SheetMarking,
): SheetContent {
  const [header, ...body] = rowsOf(bytes)
  const isMarks = (text: string) =>
    [column['zh-CN'], column.en].some((each) => comparable(each) === comparable(text))
  const kept = Array.from({ length: header?.cells.length ?? 0 }, (_, index) => ({
    index,
    text: header?.cells[index]?.text ?? '',
  })).filter(({ text }) => !isMarks(text))
  const columns: Record<string, SheetColumns[string]> = Object.fromEntries(
    kept.map(({ index, text }) => [`c${index}`, textColumn({ 'zh-CN': text, en: text })]),
  )
  columns['marks'] = textColumn(column)
  const textsOf = (row: number | null) =>
    marks.filter((mark) => mark.row === row).map(({ text }) => text)
  const rows = body.map(({ row, cells }) => ({
    ...Object.fromEntries(kept.map(({ index }) => [`c${index}`, cells[index]?.text ?? null])),
    marks: textsOf(row).join(' · ') || null,
  }))
  const ofFile = [...textsOf(null), ...(header ? textsOf(header.row) : [])]
  const meta = ofFile.map((value) => ({ label: column[locale], value }))
  return { title, locale, columns, rows, meta }
}

const textColumn = (title: Words): TextColumn => ({ type: 'text', title })

function rowsOf(bytes: Buffer): RawSheet {
  try {
    const raw = readRaw(bytes)
    return raw.slice(
      Math.max(
        0,
        raw.findIndex((row) => !isComment(row)),
      ),
    )
  } catch (error) {
    if (error instanceof UnreadableSheet) return []
    throw error
  }
}
