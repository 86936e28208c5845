import { z } from 'zod'
import { bilingualSchema, idSchema, pageQuerySchema, pageSchema, textSchema } from './basics.js'
import { paperKinds } from './paper-kinds.js'
import { managedPaperSchema } from './paper.js'
import { route } from './route.js'

/** The papers of all cooperatives, for the liaison. */

export const overseenPaperSchema = managedPaperSchema
  .extend({ cooperativeId: idSchema, cooperativeName: bilingualSchema })
  .meta({ id: 'OverseenPaper' })
export type OverseenPaper = z.infer<typeof overseenPaperSchema>

const filterSchema = {
  kind: z.enum(paperKinds).optional(),
  /** `expired`, or within so many days and not replaced; absent: all. */
  due: z.enum(['expired', '30', '90']).optional(),
  /** Part of a cooperative's name, or of a paper's number. */
  q: textSchema(40).optional(),
}

export const paperOversightRoutes = {
  list: route({
    method: 'GET',
    path: '/administration/papers',
    summary: 'The papers of all cooperatives, soonest to expire first',
    access: 'product:approve',
    query: pageQuerySchema.extend(filterSchema),
    response: pageSchema(overseenPaperSchema),
    problems: ['request.cursor-invalid'],
  }),
  sheet: route({
    method: 'GET',
    path: '/administration/papers/sheet',
    summary: 'The same as a sheet',
    access: 'product:approve',
    rate: 'heavy',
    query: z.strictObject({ ...filterSchema, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'file',
    problems: ['report.too-many-rows'],
  }),
}
