const LINE_BREAK = /\r\n?|[\u2028\u2029\u0085]/g

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
/** Bidi controls, zero-width characters, byte order marks, tags, noncharacters: they only deceive. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb\uffa0\ufffe\uffff]|[\u{e0000}-\u{e0fff}]/gu
const LONE_SURROGATE = /\p{Cs}/gu
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

/**
 * Text as it may be printed on paper or shown in a header: NFC, no control, bidi or invisible
 * characters, no lone surrogates, at most four combining marks in a row. Line breaks stay, as `\n`.
 */
export function printableText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .replace(LINE_BREAK, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
}

/** The same on one line: for names, titles, header values. */
export function printableLine(text: string): string {
  return printableText(text).replaceAll('\n', ' ').trim()
}
