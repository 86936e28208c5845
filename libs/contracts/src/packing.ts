import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  gramsSchema,
  idSchema,
  localDaySchema,
  quantitySchema,
} from './basics.js'
import type { OrderState } from './order.js'
import { route } from './route.js'
import { sheetImportRoutes } from './sheet.js'

/** A cooperative's packing table: what to take from which lot, and parcels told by a sheet. */

export const pickSchema = z
  .object({
    lotId: idSchema,
    lotCode: z.string(),
    productName: bilingualSchema,
    skuName: bilingualSchema,
    packGrams: gramsSchema,
    bestBefore: localDaySchema.nullable(),
    /** Packages to take of the lot, over all orders. */
    quantity: quantitySchema,
    orders: z.array(z.object({ orderId: idSchema, number: z.string(), quantity: quantitySchema })),
  })
  .meta({ id: 'Pick' })
export type Pick = z.infer<typeof pickSchema>

export const pickListSchema = z
  .object({
    orderCount: countSchema,
    /** Orders to ship in all; more than `orderCount` when only the oldest are on the list. */
    waitingCount: countSchema,
    /** First-expired lot first. */
    picks: z.array(pickSchema),
  })
  .meta({ id: 'PickList' })
export type PickList = z.infer<typeof pickListSchema>

/** Most slips in one file, and most orders that can be named for it. */
export const MAX_SLIPS = 300
const MAX_NAMED = 100

/** Orders in these states have goods that go, or went, into a parcel. */
export const packedStates = [
  'confirmed',
  'partly-shipped',
  'shipped',
  'delivered',
  'accepted',
  'closed',
] as const satisfies OrderState[]
export type PackedState = (typeof packedStates)[number]

const paramsSchema = z.strictObject({ cooperativeId: idSchema })

export const packingRoutes = {
  pickList: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/pick-list',
    summary: 'What to take from which lot for the orders to ship, oldest 200 orders first',
    access: 'order:ship',
    params: paramsSchema,
    response: pickListSchema,
  }),
  slips: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/packing-slips',
    summary:
      'The packing slips of many orders in one PDF, a page or more each: those named, all in a state, or all to ship, oldest first',
    access: 'order:ship',
    rate: 'heavy',
    params: paramsSchema,
    query: z
      .strictObject({
        /** Ids of orders with commas between; without them and a state: the orders to ship. */
        orders: z
          .string()
          .max(MAX_NAMED * 37)
          .transform((text) => text.split(','))
          .pipe(z.array(idSchema).min(1).max(MAX_NAMED))
          .optional(),
        state: z.enum(packedStates).optional(),
      })
      .refine(({ orders, state }) => !orders || !state, { path: ['state'] }),
    produces: 'file',
    problems: ['object.not-found', 'packing.nothing-to-print', 'packing.too-many'],
  }),
}

export const shippingSheetRoutes = sheetImportRoutes(
  'parcels',
  '/cooperatives/:cooperativeId/shipment-imports',
  'order:ship',
  paramsSchema,
)
