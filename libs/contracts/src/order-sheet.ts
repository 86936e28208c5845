import { z } from 'zod'
import { idSchema, textSchema } from './basics.js'
import { orderStateSchema, orderTabSchema } from './order.js'
import { route } from './route.js'

/** Lists of orders as files: the filters of the list, and no more rows than `technical.export-rows`. */

const format = z.enum(['xlsx', 'csv']).default('xlsx')
const aSheet = {
  method: 'GET',
  produces: 'file',
  rate: 'heavy',
  problems: ['report.too-many-rows'],
} as const

export const orderSheetRoutes = {
  ofCooperative: route({
    ...aSheet,
    path: '/cooperatives/:cooperativeId/orders/export',
    summary: 'A cooperative’s orders as a sheet',
    access: 'order:ship',
    params: z.strictObject({ cooperativeId: idSchema }),
    query: z.strictObject({ state: orderStateSchema.optional(), format }),
  }),
  ofBuyer: route({
    ...aSheet,
    path: '/buyers/:buyerId/orders/export',
    summary: 'A buyer organisation’s orders as a sheet',
    access: 'order:read',
    params: z.strictObject({ buyerId: idSchema }),
    query: z.strictObject({ tab: orderTabSchema.optional(), format }),
  }),
  ofAll: route({
    ...aSheet,
    path: '/administration/orders/export',
    summary: 'All orders as a sheet, for officers and auditors',
    access: 'ledger:read',
    query: z.strictObject({
      state: orderStateSchema.optional(),
      q: textSchema(40).optional(),
      format,
    }),
  }),
}
