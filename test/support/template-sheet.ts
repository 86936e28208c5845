import type { Locale } from '@weibao/contracts/basics'
import type { Client } from './client.js'

type Cells = Readonly<Record<string, string>>

/** An import's template in CSV as a clerk fills it in: by the titles of its columns, and what its notes allow. */
export interface TemplateSheet {
  /** The rows below the titles, by title: an example, or what stands. */
  readonly rows: readonly Cells[]
  /** What the note of a column says may be chosen. */
  choicesOf(title: string): string[]
  /** The same file with these rows in place of its own. */
  filled(...rows: readonly Cells[]): Blob
  /** The number of the first row below the titles, as a spreadsheet program counts. */
  readonly firstRow: number
}

const CHOICES = { 'zh-CN': ['可选：', '；', '、'], en: ['one of: ', '; ', ', '] } as const
const BOM = '\ufeff'

export async function downloadTemplate(
  by: Client,
  path: string,
  locale: Locale,
): Promise<TemplateSheet> {
  const headers = { 'Accept-Language': locale }
  const { status, body } = await by.call<string>('GET', path, undefined, { headers })
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  const lines = body.replace(BOM, '').split('\r\n')
  const notes = lines.map(cellsOf).filter(([cell]) => cell!.startsWith('# '))
  const titles = cellsOf(lines[notes.length]!)
  const [before, between, comma] = CHOICES[locale]
  return {
    rows: lines
      .slice(notes.length + 1, -1)
      .map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [titles[at]!, cell]))),
    choicesOf: (title) => {
      const note = notes.find(([cell]) => cell!.startsWith(`# ${title}: `))
      const parts = note?.[0]!.slice(`# ${title}: `.length).split(between) ?? []
      const choices = parts.find((part) => part.startsWith(before))
      return choices ? choices.slice(before.length).split(comma) : []
    },
    filled: (...rows) => {
      const written = rows.map((row) => titles.map((title) => field(row[title] ?? '')).join(','))
      return new Blob([BOM, [...lines.slice(0, notes.length + 1), ...written, ''].join('\r\n')])
    },
    firstRow: notes.length + 2,
  }
}

/** The cells of a row. */
function cellsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) =>
    cell!.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'),
  )
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
