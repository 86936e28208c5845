import { createHash } from 'node:crypto'
import type { Locale } from '@weibao/contracts/basics'
import { invariant } from '@weibao/kernel'
import { yuanText } from './cell-parsing.js'
import type { SheetColumn, SheetColumns } from './sheet-columns.js'

/** A line of what stands beside the data: rule version, filters, when and by whom. */
export interface SheetMeta {
  readonly label: string
  readonly value: string
}

export interface SheetContent {
  readonly title: string
  readonly locale: Locale
  readonly columns: SheetColumns
  /** Values by key, as `SheetValues` of the columns. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  readonly meta: readonly SheetMeta[]
}

/** A cell to be written. `text` is what a CSV shows; numbers and times keep their own nature. */
export type OutCell =
  | { readonly kind: 'text' | 'number' | 'money'; readonly text: string }
  | { readonly kind: 'day' | 'instant'; readonly text: string }
  | null

/** How a value of a column stands in a cell. */
export function toOutCell(
  column: SheetColumn,
  value: string | number | null,
  locale: Locale,
): OutCell {
  if (value === null || value === '') return null
  switch (column.type) {
    case 'integer':
      return { kind: 'number', text: String(safeInteger(value)) }
    case 'money':
      return { kind: 'money', text: yuanText(safeInteger(value)) }
    case 'day':
      return { kind: 'day', text: String(value) }
    case 'instant':
      return { kind: 'instant', text: shanghaiText(String(value)) }
    case 'choice': {
      const choice = column.choices.find((each) => each.value === value)
      return { kind: 'text', text: choice?.label[locale] ?? String(value) }
    }
    case 'text':
      return { kind: 'text', text: String(value) }
  }
}

function safeInteger(value: string | number): number {
  invariant(Number.isSafeInteger(value), `not a whole number for a sheet: ${value}`)
  return value as number
}

/** `2026-11-25 09:30:00` in Shanghai (UTC+8 all year). */
function shanghaiText(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000)
  return local.toISOString().slice(0, 19).replace('T', ' ')
}

/** sha256 over keys and values: the same whatever the format and the language. */
export function contentDigest({ columns, rows }: SheetContent): string {
  const keys = Object.keys(columns)
  const hash = createHash('sha256').update(JSON.stringify(keys))
  for (const row of rows) hash.update(JSON.stringify(keys.map((key) => row[key] ?? null)))
  return hash.digest('hex')
}

const META_WORDS = {
  'zh-CN': { rows: '行数', digest: '数据摘要 SHA-256' },
  en: { rows: 'Rows', digest: 'Data digest SHA-256' },
} as const

/** The given lines, then the count of rows and the digest. */
export function completeMeta(content: SheetContent, digest: string): SheetMeta[] {
  const words = META_WORDS[content.locale]
  return [
    ...content.meta,
    { label: words.rows, value: String(content.rows.length) },
    { label: words.digest, value: digest },
  ]
}
