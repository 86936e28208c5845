import { z } from 'zod'
import { idSchema, longTextSchema, pageQuerySchema, pageSchema, quantitySchema } from './basics.js'
import { categoryCodeSchema } from './category.js'
import {
  lotStateSchema,
  lotCodeSchema,
  lotSchema,
  createLotSchema,
  editLotSchema,
  declareShortfallSchema,
  lotTraceSchema,
  openLotSchema,
  movementSchema,
} from './lot.js'
import { route } from './route.js'
import { townshipCodeSchema } from './township.js'

/** What is asked and decided of lots (lot.ts), by whom, and at which address. */

const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })
const ownParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })

export const lotRoutes = {
  trace: route({
    method: 'GET',
    path: '/lots/:code',
    summary: 'What is known of a lot: from the village to the parcel',
    access: 'public',
    params: z.strictObject({
      code: z
        .string()
        .max(20)
        .transform((text) => text.toUpperCase())
        .pipe(lotCodeSchema),
    }),
    response: lotTraceSchema,
    cacheSeconds: 60,
  }),
  listOpen: route({
    method: 'GET',
    path: '/open-lots',
    summary: 'The supply-and-demand hall: lots on offer, soonest to leave first',
    access: 'public',
    query: pageQuerySchema.extend({
      category: categoryCodeSchema.optional(),
      township: townshipCodeSchema.optional(),
    }),
    response: pageSchema(openLotSchema),
    cacheSeconds: 5,
    readySeconds: 3,
    problems: ['request.cursor-invalid'],
  }),
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/lots',
    summary: 'A cooperative’s lots, newest first',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    query: pageQuerySchema.extend({
      state: lotStateSchema.optional(),
      skuId: idSchema.optional(),
    }),
    response: pageSchema(lotSchema),
  }),
  getOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/lots/:id',
    summary: 'One of a cooperative’s lots with its movements',
    access: 'lot:manage',
    params: ownParamsSchema,
    response: lotSchema.extend({ movements: z.array(movementSchema) }),
  }),
  create: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots',
    summary: 'Declares a harvest batch of a sku',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    body: createLotSchema,
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: [
      'lot.window-wrong',
      'lot.township-unknown',
      'sku.breaks-not-falling',
      'product.papers-expired',
    ],
  }),
  edit: route({
    method: 'PATCH',
    path: '/cooperatives/:cooperativeId/lots/:id',
    summary: 'Edits a lot; its quantity never falls under what is held or sold',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: editLotSchema,
    response: lotSchema,
    idempotency: 'required',
    problems: [
      'lot.edited-meanwhile',
      'lot.below-promised',
      'lot.window-wrong',
      'lot.township-unknown',
      'lot.ended',
      'sku.breaks-not-falling',
    ],
  }),
  open: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/opening',
    summary: 'Offers a lot for sale',
    access: 'lot:manage',
    params: ownParamsSchema,
    response: lotSchema,
    idempotency: 'required',
    problems: [
      'lifecycle.move-not-allowed',
      'lot.window-wrong',
      'lot.shortfall-unsettled',
      'product.papers-expired',
    ],
  }),
  withdraw: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/withdrawal',
    summary: 'Takes a lot from sale; what is held or sold of it stays promised',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: z.strictObject({ reason: longTextSchema(300, 2) }),
    response: lotSchema,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed'],
  }),
  declareShortfall: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/shortfalls',
    summary: 'Declares what cannot be delivered of a lot; stops its sale',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: declareShortfallSchema,
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed', 'lot.shortfall-too-large'],
  }),
  writeOff: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/write-offs',
    summary: 'Writes off spoilt packages that nobody has ordered',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: z.strictObject({ quantity: quantitySchema, reason: longTextSchema(300, 2) }),
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: ['lot.insufficient'],
  }),
}
