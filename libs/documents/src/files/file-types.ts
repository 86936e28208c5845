import { decodeText } from '../sheets/text-decoding.js'

export type FileType = 'jpeg' | 'png' | 'webp' | 'pdf' | 'xlsx' | 'csv'

export const FILE_TYPES: Readonly<Record<FileType, { mime: string; extension: string }>> = {
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  png: { mime: 'image/png', extension: 'png' },
  webp: { mime: 'image/webp', extension: 'webp' },
  pdf: { mime: 'application/pdf', extension: 'pdf' },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  csv: { mime: 'text/csv; charset=utf-8', extension: 'csv' },
}

/** What a file is by its content, whatever it is called; null for anything that is not ours. */
export function detectType(bytes: Buffer): FileType | null {
  const start = bytes.subarray(0, 12).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return isWorkbook(bytes) ? 'xlsx' : null
  return isText(bytes) ? 'csv' : null
}

/** The directory of a zip names its parts in the clear. */
function isWorkbook(bytes: Buffer): boolean {
  return bytes.includes('[Content_Types].xml') && bytes.includes('xl/workbook.xml')
}

/** Text that holds no control characters, and no markup that a browser would run. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  try {
    const { text } = decodeText(bytes)
    const head = text.slice(0, 2_000)
    return !/[\u0000-\u0008\u000e-\u001f]/.test(head) && !/^\ufeff?\s*<[!?a-z]/i.test(head)
  } catch {
    return false
  }
}
