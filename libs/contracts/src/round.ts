import { z } from 'zod'
import {
  allocationSchema,
  allocationStateSchema,
  ticketReasonSchema,
  ticketSchema,
} from './allocation.js'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import { route } from './route.js'
import { townshipCodeSchema } from './township.js'

/** Rounds: one run of the engine over open lots and demand lines. */

export const roundStateSchema = z
  .enum(['queued', 'running', 'proposed', 'closed', 'cancelled', 'failed'])
  .meta({ id: 'RoundState' })
export type RoundState = z.infer<typeof roundStateSchema>

export const roundPhaseSchema = z
  .enum(['snapshot', 'solving', 'reserving'])
  .meta({ id: 'RoundPhase' })

const outcomeSchema = z
  .object({
    engineVersion: z.string(),
    inputDigest: z.string(),
    resultDigest: z.string(),
    lotCount: countSchema,
    lineCount: countSchema,
    matchedLineCount: countSchema,
    allocationCount: countSchema,
    wantedGrams: countSchema,
    /** What the engine matched; no answer could match more than `boundGrams`. */
    volumeGrams: countSchema,
    boundGrams: countSchema,
    /** The bound without packs, minimums and budgets. */
    flowBoundGrams: countSchema,
    /** What supply could still hold when the round ended. */
    takenGrams: countSchema,
    goodsFen: fenSchema,
    freightFen: fenSchema,
  })
  .meta({ id: 'RoundOutcome' })

export const roundSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    state: roundStateSchema,
    phase: roundPhaseSchema.nullable(),
    /** Thousandths of the engine's work. */
    progress: z.int().min(0).max(1000),
    cause: z.enum(['schedule', 'hand']),
    queuedAt: instantSchema,
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    failure: z.string().nullable(),
    /** Once it has proposed. */
    outcome: outcomeSchema.nullable(),
  })
  .meta({ id: 'Round' })
export type RoundView = z.infer<typeof roundSchema>

const flowSchema = z.object({
  townshipCode: z.string(),
  categoryCode: z.string(),
  subdistrictCode: z.string().nullable(),
  allocationCount: countSchema,
  massGrams: countSchema,
  goodsFen: fenSchema,
})
export type RoundFlow = z.infer<typeof flowSchema>

const roundResultSchema = z
  .object({
    /** Township → category → subdistrict, the largest first. */
    flows: z.array(flowSchema),
    reasons: z.array(
      z.object({
        reason: ticketReasonSchema,
        lineCount: countSchema,
        wantedGrams: countSchema,
        missedGrams: countSchema,
      }),
    ),
    cooperatives: z.array(
      z.object({
        cooperativeId: idSchema,
        name: bilingualSchema,
        townshipCode: z.string(),
        offeredGrams: countSchema,
        placedGrams: countSchema,
        matchedGrams: countSchema,
      }),
    ),
    /** Jain's index of placed ÷ offered mass, before the round and after it. */
    fairness: z.object({ before: z.number(), after: z.number() }),
    states: z.array(
      z.object({ state: allocationStateSchema, count: countSchema, goodsFen: fenSchema }),
    ),
    /** What had changed between snapshot and reservation. */
    changes: z.array(
      z.object({
        lineId: idSchema,
        lotCode: z.string(),
        proposedPackages: countSchema,
        takenPackages: countSchema,
        cause: z.enum([
          'lot-sold',
          'lot-changed',
          'line-changed',
          'below-minimum',
          'budget-spent',
          'share-reached',
        ]),
      }),
    ),
  })
  .meta({ id: 'RoundResult' })
export type RoundResult = z.infer<typeof roundResultSchema>

/** Which rows of a round: a ribbon of the picture, a reason, a cooperative, a line of a demand. */
const rowFilterSchema = {
  townshipCode: townshipCodeSchema.optional(),
  categoryCode: categoryCodeSchema.optional(),
  subdistrictCode: z.string().max(20).optional(),
  cooperativeId: idSchema.optional(),
  buyerId: idSchema.optional(),
  lineId: idSchema.optional(),
}

export const roundRoutes = {
  list: route({
    method: 'GET',
    path: '/administration/rounds',
    summary: 'All rounds, newest first',
    access: 'round:read',
    query: pageQuerySchema.extend({ state: roundStateSchema.optional() }),
    response: pageSchema(roundSchema),
  }),
  start: route({
    method: 'POST',
    path: '/administration/rounds',
    summary: 'Starts a round; one at a time',
    access: 'round:run',
    status: 201,
    idempotency: 'required',
    response: roundSchema,
    problems: ['round.under-way'],
  }),
  get: route({
    method: 'GET',
    path: '/administration/rounds/:id',
    summary: 'One round with its progress',
    access: 'round:read',
    params: idParamsSchema,
    response: roundSchema,
  }),
  cancel: route({
    method: 'POST',
    path: '/administration/rounds/:id/cancellation',
    summary: 'Ends a round before it has proposed anything',
    access: 'round:run',
    params: idParamsSchema,
    idempotency: 'required',
    response: roundSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
  replay: route({
    method: 'POST',
    path: '/administration/rounds/:id/replays',
    summary: 'Runs the engine again on the stored input and compares, byte for byte',
    access: 'round:run',
    rate: 'heavy',
    params: idParamsSchema,
    response: z.object({ isSame: z.boolean(), resultDigest: z.string() }),
    problems: ['round.no-result'],
  }),
  result: route({
    method: 'GET',
    path: '/administration/rounds/:id/result',
    summary: 'What a round proposes: flows, reasons, fairness, what had changed meanwhile',
    access: 'round:read',
    params: idParamsSchema,
    response: roundResultSchema,
    problems: ['round.no-result'],
  }),
  listAllocations: route({
    method: 'GET',
    path: '/administration/rounds/:id/allocations',
    summary: 'The allocations behind a figure of a round',
    access: 'round:read',
    params: idParamsSchema,
    query: pageQuerySchema.extend({ ...rowFilterSchema, state: allocationStateSchema.optional() }),
    response: pageSchema(allocationSchema),
  }),
  listTickets: route({
    method: 'GET',
    path: '/administration/rounds/:id/tickets',
    summary: 'The tickets behind a figure of a round',
    access: 'round:read',
    params: idParamsSchema,
    query: pageQuerySchema.extend({
      ...rowFilterSchema,
      reason: ticketReasonSchema.optional(),
      isMissed: z.enum(['true', 'false']).optional(),
    }),
    response: pageSchema(ticketSchema),
  }),
  getTicket: route({
    method: 'GET',
    path: '/administration/tickets/:id',
    summary: 'One ticket',
    access: 'round:read',
    params: idParamsSchema,
    response: ticketSchema,
  }),
  exportRows: route({
    method: 'GET',
    path: '/administration/rounds/:id/export',
    summary: 'A sheet of a round’s allocations, or of its tickets',
    access: 'round:read',
    rate: 'heavy',
    params: idParamsSchema,
    query: z.strictObject({
      ...rowFilterSchema,
      rows: z.enum(['allocations', 'tickets']).default('allocations'),
      reason: ticketReasonSchema.optional(),
      isMissed: z.enum(['true', 'false']).optional(),
      state: allocationStateSchema.optional(),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    produces: 'file',
    problems: ['report.too-many-rows'],
  }),
}
