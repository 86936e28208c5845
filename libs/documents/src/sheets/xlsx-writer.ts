import { toOutCell, type OutCell, type SheetContent, type SheetMeta } from './sheet-content.js'
import { columnLetters } from './sheet-errors.js'
import { packZip } from './zip-archive.js'

/** Positions in `cellXfs` of the styles below. */
const STYLE = { plain: 0, header: 1, money: 2, day: 3, instant: 4, soft: 5 } as const
type Style = (typeof STYLE)[keyof typeof STYLE]

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Writes an xlsx: the data on the first sheet, the meta lines on the second. Cells are typed and
 * there is no way to write a formula: text is always an inline string. Same content, same bytes.
 */
export function writeXlsx(content: SheetContent, meta: readonly SheetMeta[]): Buffer {
  const metaName = content.locale === 'en' ? 'Notes' : '说明'
  const name = sheetName(content.title) || (content.locale === 'en' ? 'Data' : '数据')
  const names = [name === metaName ? `${name}1` : name, metaName]
  return packZip([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', dataSheet(content)],
    ['xl/worksheets/sheet2.xml', metaSheet(meta)],
  ])
}

function dataSheet({ columns, rows, locale }: SheetContent): string {
  const entries = Object.entries(columns)
  const widths = entries.map(([, column]) => {
    const titleWidth = [...column.title[locale]].length * 2 + 4
    return Math.max(titleWidth, column.type === 'instant' ? 20 : column.type === 'text' ? 18 : 12)
  })
  const header = entries.map(([, column], index) =>
    textCell(index, 1, column.title[locale], STYLE.header),
  )
  const body = rows.map((row, at) => {
    const cells = entries.map(([key, column], index) =>
      outCell(index, at + 2, toOutCell(column, row[key] ?? null, locale)),
    )
    return `<row r="${at + 2}">${cells.join('')}</row>`
  })
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `${HEAD}<worksheet xmlns="${MAIN}">${pane}${widthsOf(widths)}<sheetData><row r="1">${header.join('')}</row>${body.join('')}</sheetData></worksheet>`
}

function metaSheet(meta: readonly SheetMeta[]): string {
  const rows = meta.map(({ label, value }, at) => {
    const cells = textCell(0, at + 1, label, STYLE.soft) + textCell(1, at + 1, value, STYLE.plain)
    return `<row r="${at + 1}">${cells}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}">${widthsOf([24, 70])}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

function widthsOf(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(width, 80)}" customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

function outCell(column: number, row: number, cell: OutCell): string {
  if (!cell) return ''
  switch (cell.kind) {
    case 'text':
      return textCell(column, row, cell.text, STYLE.plain)
    case 'number':
      return numberCell(column, row, cell.text, STYLE.plain)
    case 'money':
      return numberCell(column, row, cell.text, STYLE.money)
    case 'day':
      return numberCell(column, row, serialOf(cell.text), STYLE.day)
    case 'instant':
      return numberCell(column, row, serialOf(cell.text), STYLE.instant)
  }
}

/** Days since the last day of 1899, with the fraction of the day. */
function serialOf(text: string): string {
  const instant = Date.parse(
    text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`,
  )
  const seconds = (instant - Date.UTC(1899, 11, 30)) / 1000
  const days = Math.floor(seconds / 86_400)
  const rest = seconds % 86_400
  return rest === 0 ? String(days) : (days + rest / 86_400).toFixed(9)
}

function numberCell(column: number, row: number, value: string, style: Style): string {
  return `<c r="${columnLetters(column)}${row}" s="${style}"><v>${value}</v></c>`
}

function textCell(column: number, row: number, text: string, style: Style): string {
  const place = `r="${columnLetters(column)}${row}"`
  return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/** What XML cannot hold goes as `_xHHHH_`, as the format has it; lone surrogates are replaced. */
function xmlText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function sheetName(title: string): string {
  const plain = title.replace(/[[\]:*?/\\'\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').trim()
  return [...plain].slice(0, 28).join('').trim()
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('worksheets/sheet2.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
}

function styles(): string {
  const format = (id: number, font = 0, fill = 0) =>
    `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF24386E"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF6B6358"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBF7F0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${format(0)}${format(0, 1, 2)}${format(4)}${format(164)}${format(165)}${format(0, 2)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
