import { z } from 'zod'
import { bilingualSchema, countSchema, flagSchema, instantSchema } from './basics.js'
import type { Permission } from './permissions.js'
import { route } from './route.js'

/** Rows of one import. */
export const MOST_ROWS_IMPORTED = 500

/** What an import answers as long as something in the sheet is wrong: nothing was imported. */
export const sheetErrorSchema = z
  .object({
    /** Row as the spreadsheet program numbers it; null: the whole file. */
    row: z.int().min(1).nullable(),
    /** Key of the column; null: the whole row, or a column that is not known. */
    column: z.string().nullable(),
    /** Letters of the column in the spreadsheet program. */
    letters: z.string().nullable(),
    /** Title of the column in the caller's language; null: the whole row, or a column that is not known. */
    title: z.string().nullable(),
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

/** What one row would do, or did. */
export const sheetActSchema = z
  .object({
    row: z.int().min(1),
    kind: z.enum(['made', 'changed', 'unchanged']),
    name: bilingualSchema,
    /** Titles and values as the sheet shows them, in the caller's language. */
    changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'SheetAct' })
export type SheetActView = z.infer<typeof sheetActSchema>

const sheetCountsSchema = z.object({
  made: countSchema,
  changed: countSchema,
  unchanged: countSchema,
})

/** A dry run of an import: what is wrong, and what the rest would do. Nothing was written. */
export const sheetPlanSchema = sheetCheckSchema
  .extend({
    /** Of file and preview; the import names it, so that what was shown is what is done. */
    fingerprint: z.string(),
    /** When this very file was imported before: it is not imported twice. */
    importedAt: instantSchema.nullable(),
    counts: sheetCountsSchema,
    acts: z.array(sheetActSchema).max(MOST_ROWS_IMPORTED),
  })
  .meta({ id: 'SheetPlan' })
export type SheetPlan = z.infer<typeof sheetPlanSchema>

export const sheetImportedSchema = z
  .object({
    counts: sheetCountsSchema,
    importedAt: instantSchema,
    /** The same file had been imported before; nothing was written this time. */
    isRepeated: z.boolean(),
  })
  .meta({ id: 'SheetImported' })
export type SheetImported = z.infer<typeof sheetImportedSchema>

const templateQuerySchema = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** With the rows that stand now, to be changed and sent back; an example row otherwise. */
  filled: flagSchema.default(false),
})

const importQuerySchema = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The three routes of an import by sheet: the file to fill in, the dry run, the import. */
export function sheetImportRoutes<
  const Path extends string,
  const Act extends Permission,
  Params extends z.ZodObject,
>(noun: string, path: Path, access: Act, params: Params) {
  return {
    template: route({
      method: 'GET',
      path: `${path}/template` as `${Path}/template`,
      summary: `The sheet to fill in for an import of ${noun}`,
      access,
      rate: 'heavy',
      params,
      query: templateQuerySchema,
      produces: 'file',
    }),
    check: route({
      method: 'POST',
      path: `${path}/check` as `${Path}/check`,
      summary: `What an import of ${noun} would do, and what is wrong by row and column`,
      access,
      rate: 'heavy',
      params,
      consumes: 'multipart',
      response: sheetPlanSchema,
      status: 200,
      problems: ['file.missing', 'file.too-large'],
    }),
    import: route({
      method: 'POST',
      path,
      summary: `Imports ${noun} from a checked sheet: all rows or none, each file once`,
      access,
      rate: 'heavy',
      params,
      query: importQuerySchema,
      consumes: 'multipart',
      response: sheetImportedSchema,
      status: 201,
      problems: ['file.missing', 'file.too-large', 'sheet.has-errors', 'sheet.not-as-checked'],
    }),
  }
}
