/**
 * A text that a spreadsheet program might take for a formula when it opens a CSV: it begins, after
 * quotes, spaces and delimiters, with a formula sign (full-width ones too), or with TAB, CR or LF.
 */

const RISKY = /^(?:'*[\t\r\n]|[\s"'\u0000,;|]*[=+\-@\uff1d\uff0b\uff0d\uff20])/

/** Puts an apostrophe before a risky text, so that it stays text. */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** Takes the apostrophe away again: what `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text
}

/** Whether a cell of a CSV says that it is a formula. */
export function isFormula(text: string): boolean {
  return /^\s*[=\uff1d]/.test(text)
}
