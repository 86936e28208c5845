import { guardFormula } from './formula-guard.js'
import { toOutCell, type OutCell, type SheetContent, type SheetMeta } from './sheet-content.js'

/** CSV as RFC 4180 has it, UTF-8 with its mark (so that Excel reads Chinese), meta lines before. */
export function writeCsv(content: SheetContent, meta: readonly SheetMeta[]): Buffer {
  const columns = Object.entries(content.columns)
  const lines = meta.map(({ label, value }) => field(`# ${label}: ${value}`))
  lines.push(columns.map(([, column]) => textField(column.title[content.locale])).join(','))
  for (const row of content.rows) {
    const cells = columns.map(([key, column]) => {
      return cellField(toOutCell(column, row[key] ?? null, content.locale))
    })
    lines.push(cells.join(','))
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8')
}

function cellField(cell: OutCell): string {
  if (!cell) return ''
  return cell.kind === 'text' ? textField(cell.text) : cell.text
}

/** Numbers and days are ours; only text can carry a formula. */
function textField(text: string): string {
  return field(guardFormula(text))
}

function field(text: string): string {
  const needsQuotes = /["\r\n,;\t]/.test(text) || text !== text.trim()
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
