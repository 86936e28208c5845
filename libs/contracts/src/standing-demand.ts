import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { wantedGramsSchema } from './demand.js'
import { route } from './route.js'

/** Demands that come back every week, in the likeness of one that was stated. */

const standingStateSchema = z.enum(['active', 'paused', 'ended'])
export type StandingState = z.infer<typeof standingStateSchema>

const standingDemandSchema = z
  .object({
    id: idSchema,
    title: z.string(),
    state: standingStateSchema,
    deliveryPointName: z.string(),
    budgetLineName: z.string(),
    lineCount: countSchema,
    /** In the order in which an edit names them. */
    lines: z.array(
      z.object({
        name: bilingualSchema,
        wantedGrams: gramsSchema,
        maxLandedFenPerKg: fenSchema,
      }),
    ),
    wantedGrams: countSchema,
    /** Day of delivery, Monday is 1. */
    weekday: z.int().min(1).max(7),
    startsOn: localDaySchema,
    endsOn: localDaySchema,
    /** The next week of which nothing has become yet, by its Monday; null: none is left. */
    nextWeek: localDaySchema.nullable(),
    /** Days before delivery at which the week's demand is written. */
    leadDays: z.int(),
    version: z.int(),
  })
  .meta({ id: 'StandingDemand' })
export type StandingDemand = z.infer<typeof standingDemandSchema>

export const openStandingDemandSchema = z
  .strictObject({
    /** What is wanted every week, where and from which money. */
    demandId: idSchema,
    title: textSchema(60, 2),
    weekday: z.int().min(1).max(7),
    /** Days before delivery at which the week's demand is written. */
    leadDays: z.int().min(3).max(28),
    startsOn: localDaySchema,
    endsOn: localDaySchema,
  })
  .meta({ id: 'OpenStandingDemand' })
export type OpenStandingDemand = z.output<typeof openStandingDemandSchema>

export const editStandingDemandSchema = openStandingDemandSchema
  .omit({ demandId: true, startsOn: true })
  .extend({
    /** All its lines, in their order. */
    lines: z
      .array(
        z.strictObject({
          wantedGrams: wantedGramsSchema,
          maxLandedFenPerKg: z.int().min(1).max(10_000_000),
        }),
      )
      .min(1)
      .max(100),
    version: z.int().min(1),
  })
  .meta({ id: 'EditStandingDemand' })
export type EditStandingDemand = z.output<typeof editStandingDemandSchema>

const standingEventSchema = z
  .object({
    id: idSchema,
    kind: z.enum([
      'created',
      'edited',
      'paused',
      'resumed',
      'ended',
      'skipped',
      'written',
      'refused',
    ]),
    week: localDaySchema.nullable(),
    demandId: idSchema.nullable(),
    demandNumber: z.string().nullable(),
    /** Code of the refusal that kept a week from being written. */
    reason: z.string(),
    madeAt: instantSchema,
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'StandingDemandEvent' })
export type StandingEvent = z.infer<typeof standingEventSchema>

const buyerParamsSchema = z.strictObject({ buyerId: idSchema })
const oneParamsSchema = z.strictObject({ buyerId: idSchema, id: idSchema })

export const standingDemandRoutes = {
  list: route({
    method: 'GET',
    path: '/buyers/:buyerId/standing-demands',
    summary: 'What a buyer needs every week, newest first',
    access: 'demand:read',
    params: buyerParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(standingDemandSchema),
  }),
  open: route({
    method: 'POST',
    path: '/buyers/:buyerId/standing-demands',
    summary: 'Repeats a demand every week from one day to another',
    access: 'demand:manage',
    idempotency: 'required',
    status: 201,
    params: buyerParamsSchema,
    body: openStandingDemandSchema,
    response: standingDemandSchema,
    problems: ['object.not-found', 'standing.days-wrong'],
  }),
  edit: route({
    method: 'PUT',
    path: '/buyers/:buyerId/standing-demands/:id',
    summary:
      'Changes what is wanted every week from the next week on; what is written already stays',
    access: 'demand:manage',
    params: oneParamsSchema,
    body: editStandingDemandSchema,
    response: standingDemandSchema,
    problems: [
      'object.not-found',
      'standing.days-wrong',
      'standing.changed-meanwhile',
      'lifecycle.move-not-allowed',
    ],
  }),
  move: route({
    method: 'POST',
    path: '/buyers/:buyerId/standing-demands/:id/moves',
    summary: 'Pauses, resumes or ends what comes back every week; a state it has already stays',
    access: 'demand:manage',
    params: oneParamsSchema,
    body: z.strictObject({ to: standingStateSchema }),
    response: standingDemandSchema,
    problems: ['object.not-found', 'lifecycle.move-not-allowed'],
  }),
  skip: route({
    method: 'POST',
    path: '/buyers/:buyerId/standing-demands/:id/skipped-weeks',
    summary: 'Leaves out a week of which no demand is written yet',
    access: 'demand:manage',
    params: oneParamsSchema,
    body: z.strictObject({ week: localDaySchema }),
    response: standingDemandSchema,
    problems: ['object.not-found', 'standing.week-gone'],
  }),
  listEvents: route({
    method: 'GET',
    path: '/buyers/:buyerId/standing-demands/:id/events',
    summary: 'What became of each week, and who paused or skipped, latest first',
    access: 'demand:read',
    params: oneParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(standingEventSchema),
    problems: ['object.not-found'],
  }),
}
