import { z } from 'zod'
import { countSchema } from './basics.js'

/** What an import answers as long as something in the sheet is wrong: nothing was imported. */
export const sheetErrorSchema = z
  .object({
    /** Row as the spreadsheet program numbers it; null: the whole file. */
    row: z.int().min(1).nullable(),
    /** Key of the column; null: the whole row, or a column that is not known. */
    column: z.string().nullable(),
    /** Letters of the column in the spreadsheet program. */
    letters: z.string().nullable(),
    code: z.string(),
    /** In the caller's language. */
    message: z.string(),
  })
  .meta({ id: 'SheetError' })
export type SheetErrorView = z.infer<typeof sheetErrorSchema>

/** A dry run: how many rows are right, and everything that is wrong. Extend it with a preview. */
export const sheetCheckSchema = z
  .object({
    /** sha256 of the file; an import names it, so that what was shown is what is imported. */
    digest: z.string(),
    rowCount: countSchema,
    goodRowCount: countSchema,
    /** The first 1,000; `errorCount` is of all. */
    errors: z.array(sheetErrorSchema).max(1_000),
    errorCount: countSchema,
  })
  .meta({ id: 'SheetCheck' })
export type SheetCheck = z.infer<typeof sheetCheckSchema>
