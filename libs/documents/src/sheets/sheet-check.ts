import type { Locale } from '@weibao/contracts/basics'
import type { SheetCheck } from '@weibao/contracts/sheet'
import type { SheetColumns } from './sheet-columns.js'
import { columnTitle, sheetErrorText } from './sheet-errors.js'
import type { SheetReading } from './sheet-files.js'

const MOST_SHOWN = 1_000

/** A reading as the API answers it (`sheetCheckSchema`), messages in a language. */
export function sheetCheckOf<C extends SheetColumns>(
  { digest, rowCount, rows, errors }: SheetReading<C>,
  columns: C,
  locale: Locale,
): SheetCheck {
  return {
    digest,
    rowCount,
    goodRowCount: rows.length,
    errors: errors.slice(0, MOST_SHOWN).map((error) => {
      const { row, column, letters, code } = error
      const title = columnTitle(error, columns, locale)
      return { row, column, letters, title, code, message: sheetErrorText(error, locale) }
    }),
    errorCount: errors.length,
  }
}
