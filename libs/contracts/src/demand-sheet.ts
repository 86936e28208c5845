import { z } from 'zod'
import { countSchema, fenSchema, idSchema, instantSchema, localDaySchema } from './basics.js'
import { route } from './route.js'
import { sheetCheckSchema } from './sheet.js'

/** Demands by sheet: a template, a dry run that shows what would be made, and one import. */

export const DEMAND_SHEET_LIMITS = { bytes: 1024 * 1024, rows: 500, demands: 50 } as const

/** A demand that a sheet would make: its rows by their common title. */
export const plannedDemandSchema = z
  .object({
    title: z.string(),
    deliveryPointName: z.string(),
    budgetLineName: z.string(),
    cutOffOn: localDaySchema,
    isNamed: z.boolean(),
    lineCount: countSchema,
    wantedGrams: countSchema,
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    /** What all lines come to at their highest prices. */
    mostFen: fenSchema,
  })
  .meta({ id: 'PlannedDemand' })
export type PlannedDemandView = z.infer<typeof plannedDemandSchema>

export const demandSheetImportSchema = z
  .object({
    id: idSchema,
    importedAt: instantSchema,
    demands: z.array(z.object({ id: idSchema, number: z.string(), title: z.string() })),
  })
  .meta({ id: 'DemandSheetImport' })
export type DemandSheetImport = z.infer<typeof demandSheetImportSchema>

export const demandSheetCheckSchema = sheetCheckSchema
  .extend({
    /** What an import would make; empty while anything is wrong. */
    demands: z.array(plannedDemandSchema).max(DEMAND_SHEET_LIMITS.demands),
    /** The same file was imported before: importing it again makes nothing. */
    imported: demandSheetImportSchema.nullable(),
  })
  .meta({ id: 'DemandSheetCheck' })
export type DemandSheetCheck = z.infer<typeof demandSheetCheckSchema>

const params = z.strictObject({ buyerId: idSchema })
const uploadProblems = ['file.missing', 'file.too-large', 'document.busy'] as const

export const demandSheetRoutes = {
  template: route({
    method: 'GET',
    path: '/buyers/:buyerId/demand-sheets/template',
    summary: 'The sheet to fill in, with the buyer’s delivery points and budget lines in its notes',
    access: 'demand:manage',
    rate: 'heavy',
    params,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'file',
    problems: ['document.busy'],
  }),
  check: route({
    method: 'POST',
    path: '/buyers/:buyerId/demand-sheets/check',
    summary: 'Dry run of an xlsx or csv: every error by row and column, and what would be made',
    access: 'demand:manage',
    rate: 'heavy',
    consumes: 'multipart',
    params,
    response: demandSheetCheckSchema,
    problems: uploadProblems,
  }),
  marked: route({
    method: 'POST',
    path: '/buyers/:buyerId/demand-sheets/marked',
    summary: 'The sheet again, with what is wrong written beside each row',
    access: 'demand:manage',
    rate: 'heavy',
    consumes: 'multipart',
    params,
    produces: 'file',
    problems: uploadProblems,
  }),
  import: route({
    method: 'POST',
    path: '/buyers/:buyerId/demand-sheets',
    summary:
      'Makes the demands of the sheet that was checked, all or none; once, however often sent',
    access: 'demand:manage',
    rate: 'heavy',
    consumes: 'multipart',
    status: 201,
    params,
    query: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: demandSheetImportSchema,
    problems: [...uploadProblems, 'demand.sheet-changed', 'demand.sheet-wrong'],
  }),
}
