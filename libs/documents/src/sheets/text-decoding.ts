import iconv from 'iconv-lite'
import { UnreadableSheet } from './sheet-errors.js'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * Decodes a text file: UTF-8 and UTF-16 by their marks, UTF-8 without a mark when it is valid, else
 * GB18030 (which includes GBK), as Chinese Excel writes it. Throws `sheet.encoding-unknown`.
 */
export function decodeText(bytes: Buffer): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8') {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding }
  }
  const text = iconv.decode(bytes, encoding)
  const isBroken = text.includes('\ufffd')
  if (isBroken) throw new UnreadableSheet('sheet.encoding-unknown')
  return { text, encoding }
}

function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return unmarked
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Without a mark UTF-16 shows by its line ends and commas: every second byte there is zero. */
function unmarkedUtf16(bytes: Buffer): TextEncoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const sample = Math.min(bytes.length, 4_096)
  let little = 0
  let big = 0
  let alike = 0
  for (let at = 0; at + 1 < sample; at += 2) {
    const [first, second] = [bytes[at]!, bytes[at + 1]!]
    if (second === 0 && (first === 0x2c || first === 0x0a || first === 0x09)) little++
    else if (first === 0 && (second === 0x2c || second === 0x0a || second === 0x09)) big++
    else if (first !== 0 && second !== 0 && first < 0x80 && second < 0x80) alike++
  }
  if (little > 1 && big === 0 && alike * 4 < sample / 2) return 'utf-16le'
  if (big > 1 && little === 0 && alike * 4 < sample / 2) return 'utf-16be'
  return null
}
