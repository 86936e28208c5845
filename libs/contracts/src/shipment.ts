import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  bilingualSchema,
  localDaySchema,
  quantitySchema,
  textSchema,
} from './basics.js'

/** Parcels: what is in them, where they are. */

export const shipmentStateSchema = z.enum([
  'packed',
  'dispatched',
  'delivered',
  'accepted',
  'lost',
  'returned',
])
export type ShipmentState = z.infer<typeof shipmentStateSchema>

export const shipmentEventCodeSchema = z.enum([
  'picked-up',
  'sorted',
  'departed',
  'arrived',
  'at-station',
  'out-for-delivery',
  'delivered',
  'lost',
  'returned',
])
export type ShipmentEventCode = z.infer<typeof shipmentEventCodeSchema>

const shipmentLineSchema = z.object({ orderLineId: idSchema, quantity: quantitySchema })

export const shipmentSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    state: shipmentStateSchema,
    courier: z.string(),
    trackingNumber: z.string(),
    dispatchedAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
    /** Estimated, from the days in transit that held when it was handed over. */
    arrivesFrom: localDaySchema.nullable(),
    arrivesTo: localDaySchema.nullable(),
    /** Whether its courier knows the number; `awaited` until first asked. */
    tracking: z.enum(['awaited', 'known', 'unknown']),
    lines: z.array(shipmentLineSchema),
    /** Oldest first. */
    events: z.array(
      z.object({ code: shipmentEventCodeSchema, place: bilingualSchema, at: instantSchema }),
    ),
  })
  .meta({ id: 'Shipment' })
export type Shipment = z.infer<typeof shipmentSchema>

export const courierSchema = textSchema(30)
export const trackingNumberSchema = z.string().regex(/^[A-Za-z0-9-]{6,40}$/)

export const shipSchema = z
  .strictObject({
    courier: courierSchema,
    trackingNumber: trackingNumberSchema,
    /** What is in the parcel; absent: everything that is left to ship. */
    lines: z
      .array(z.strictObject({ orderLineId: idSchema, quantity: quantitySchema }))
      .min(1)
      .max(100)
      .refine((lines) => new Set(lines.map((line) => line.orderLineId)).size === lines.length)
      .optional(),
  })
  .meta({ id: 'Ship' })
export type Ship = z.infer<typeof shipSchema>

/** What becomes of a parcel that does not arrive. */
export const shipmentFateSchema = z.enum(['lost', 'returned'])
