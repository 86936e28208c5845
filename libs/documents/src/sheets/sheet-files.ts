import type { Locale } from '@weibao/contracts/basics'
import { invariant } from '@weibao/kernel'
import { refusal } from '@weibao/platform'
import { WorkerLane, workerModule } from '../offload/worker-lane.js'
import { parseCell } from './cell-parsing.js'
import { SHEET_LIMITS, type SheetColumns, type SheetValues } from './sheet-columns.js'
import type { SheetContent, SheetMeta } from './sheet-content.js'
import { columnTitle, sheetErrorText, type SheetError } from './sheet-errors.js'
import type { SheetMarking } from './sheet-marking.js'
import type { SheetFormat, SheetJob, SheetResult } from './sheet.worker.js'

const lane = new WorkerLane<SheetJob, SheetResult>(workerModule('sheet.worker', import.meta.url), {
  seconds: 30,
  memoryMegabytes: 512,
  queue: 20,
})

/** What a dry run finds. Nothing is imported while `errors` is not empty. */
export interface SheetReading<C extends SheetColumns> {
  /** sha256 of the file, to be sure that what is imported later is what was shown. */
  readonly digest: string
  /** Letters of the columns that are there, by key. */
  readonly letters: Readonly<Partial<Record<keyof C & string, string>>>
  /** Rows that hold something, right or wrong, below the header. */
  readonly rowCount: number
  /** The rows without any error; `row` as the spreadsheet program numbers it. */
  readonly rows: readonly { readonly row: number; readonly values: SheetValues<C> }[]
  /** In the order of the sheet; at most eleven a row. */
  readonly errors: readonly SheetError[]
}

/**
 * Reads an uploaded sheet off the event loop: xlsx, or CSV in UTF-8, UTF-16 or GBK. Whatever is
 * wrong with the content comes back as errors by row and column; it throws only when busy. A sheet that somebody
 * else has made may have columns that are not ours: `ignoresOthers`.
 */
export async function readSheet<C extends SheetColumns>(
  bytes: Uint8Array,
  columns: C,
  ignoresOthers = false,
): Promise<SheetReading<C>> {
  // More than this is told without copying it to the thread.
  const head = bytes.subarray(0, SHEET_LIMITS.bytes + 1)
  const result = await lane.run({ kind: 'read', bytes: head, columns, ignoresOthers })
  invariant(result.kind === 'read', 'a read job gives a reading')
  return result.reading as unknown as SheetReading<C>
}

/**
 * The uploaded sheet again with one more column that says what is wrong in each row, to be mended in
 * place. What stood in that column before is left out; a file that cannot be read gives an empty sheet.
 */
export async function markSheet(
  bytes: Uint8Array,
  marking: Omit<SheetMarking, 'marks'>,
  columns: SheetColumns,
  errors: readonly SheetError[],
): Promise<SheetFile> {
  const marks = errors.map((error) => {
    const text = sheetErrorText(error, marking.locale)
    const title = columnTitle(error, columns, marking.locale)
    const place = [error.letters, title].filter(Boolean).join(' ')
    return { row: error.row, text: place ? `${place}: ${text}` : text }
  })
  const head = bytes.subarray(0, SHEET_LIMITS.bytes + 1)
  const result = await lane.run({ kind: 'mark', bytes: head, marking: { ...marking, marks } })
  invariant(result.kind === 'write', 'a mark job gives bytes')
  return { bytes: result.bytes, digest: result.digest, type: TYPES.xlsx, extension: 'xlsx' }
}

export interface SheetFile {
  readonly bytes: Uint8Array
  readonly type: string
  readonly extension: SheetFormat
  /** sha256 of the values: the same in each format and language. */
  readonly digest: string
}

/** What stands in a written sheet. Day and instant values as in `SheetValues`. */
export interface WrittenSheet<C extends SheetColumns> {
  readonly title: string
  readonly locale: Locale
  readonly columns: C
  readonly rows: readonly SheetValues<C>[]
  /** Rule version, filters and the like: a second sheet in xlsx, comment lines in CSV. */
  readonly meta?: readonly SheetMeta[]
}

const TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * Writes a sheet off the event loop, typed cells and no formula in it; `readSheet` of it gives the
 * same values. Refuses more than 100,000 rows with `document.too-large`.
 */
export async function writeSheet<C extends SheetColumns>(
  format: SheetFormat,
  { title, locale, columns, rows, meta = [] }: WrittenSheet<C>,
): Promise<SheetFile> {
  if (rows.length > SHEET_LIMITS.writtenRows) throw refusal('document.too-large')
  const plain = rows as unknown as SheetContent['rows']
  const content: SheetContent = { title, locale, columns, rows: plain, meta }
  const result = await lane.run({ kind: 'write', format, content })
  invariant(result.kind === 'write', 'a write job gives bytes')
  return { bytes: result.bytes, digest: result.digest, type: TYPES[format], extension: format }
}

const TEMPLATE_WORDS = {
  'zh-CN': {
    how: '填写方法',
    remove: '从第二行起每行填一条；示例行请改成自己的内容或删除。列名不要改。',
    required: '必填',
    optional: '选填',
    choices: '可选：',
    join: '、',
  },
  en: {
    how: 'How to fill it in',
    remove:
      'One entry a row from the second row on. Replace or delete the example row; keep the titles.',
    required: 'required',
    optional: 'optional',
    choices: 'one of: ',
    join: ', ',
  },
} as const

/** The file to hand out for an import: titles, one example row, and notes on each column. */
export function templateSheet(
  format: SheetFormat,
  title: string,
  columns: SheetColumns,
  locale: Locale,
): Promise<SheetFile> {
  const words = TEMPLATE_WORDS[locale]
  const meta: SheetMeta[] = [{ label: words.how, value: words.remove }]
  const row: Record<string, string | number | null> = {}
  for (const [key, column] of Object.entries(columns)) {
    row[key] = null
    if (column.example !== undefined) {
      const parsed = parseCell(column, { kind: 'text', text: column.example })
      invariant(parsed.ok, `the example of column ${key} does not parse`)
      row[key] = parsed.value
    }
    const choices = column.type === 'choice' ? column.choices.map(({ label }) => label[locale]) : []
    const parts = [
      column.required ? words.required : words.optional,
      ...(choices.length > 0 ? [words.choices + choices.join(words.join)] : []),
      ...(column.note ? [column.note[locale]] : []),
    ]
    meta.push({ label: column.title[locale], value: parts.join(locale === 'en' ? '; ' : '；') })
  }
  return writeSheet(format, { title, locale, columns, rows: [row as never], meta })
}
