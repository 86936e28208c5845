import { UnreadableSheet } from './sheet-errors.js'
import { walkXml } from './xml-events.js'
import { ZipArchive } from './zip-archive.js'

/** What the cells of the first sheet refer to. */
export interface Workbook {
  readonly sheet: Buffer
  readonly strings: readonly string[]
  /** For each cell style: whether its numbers are dates. */
  readonly dateStyles: readonly boolean[]
  /** Days are counted from 1904, as on old Macs. */
  readonly is1904: boolean
}

/** Opens the first sheet of an xlsx and what it refers to; other parts are not even unpacked. */
export function openWorkbook(bytes: Buffer, unpackedBytes: number): Workbook {
  const zip = new ZipArchive(bytes, unpackedBytes)
  if (!zip.has('xl/workbook.xml')) throw new UnreadableSheet('sheet.not-supported')
  let firstSheet: string | undefined
  let is1904 = false
  walkXml(zip.read('xl/workbook.xml'), {
    open(name, attribute) {
      if (name === 'sheet') firstSheet ??= attribute('r:id') ?? attribute('d3p1:id')
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
    },
  })
  const parts = new Map<string, string>()
  let strings: string | undefined
  let styles: string | undefined
  walkXml(zip.read('xl/_rels/workbook.xml.rels'), {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = partName(attribute('Target') ?? '')
      const type = attribute('Type') ?? ''
      parts.set(attribute('Id') ?? '', target)
      if (type.endsWith('/sharedStrings')) strings = target
      if (type.endsWith('/styles')) styles = target
    },
  })
  const sheet = parts.get(firstSheet ?? '')
  if (!sheet) throw new UnreadableSheet('sheet.damaged')
  return {
    sheet: zip.read(sheet),
    strings: strings && zip.has(strings) ? readStrings(zip.read(strings)) : [],
    dateStyles: styles && zip.has(styles) ? readDateStyles(zip.read(styles)) : [],
    is1904,
  }
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function readStrings(bytes: Buffer): string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  walkXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      // The reading aid of East Asian text is not part of it.
      if (name === 'rPh') isReading = true
      if (name === 't') isText = !isReading
    },
    text(part) {
      if (isText) text += part
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si') strings.push(unescapeString(text))
    },
  })
  return strings
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeString(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Number formats of dates that need no format code, in Western and Chinese Excel. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 58)

function readDateStyles(bytes: Buffer): boolean[] {
  const dateFormats = new Set<number>()
  const styles: boolean[] = []
  let isCellStyles = false
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'numFmt') {
        const code = (attribute('formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
        if (/[yd]/i.test(code)) dateFormats.add(Number(attribute('numFmtId')))
      }
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'xf' && isCellStyles) {
        const id = Number(attribute('numFmtId') ?? 0)
        styles.push(dateFormats.has(id) || isBuiltInDate(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return styles
}
