import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  monthSchema,
  pageQuerySchema,
  pageSchema,
  signedFenSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** What cooperatives have earned, how a month of it is settled, and how it is paid out. */

const earningSchema = z
  .object({
    id: idSchema,
    kind: z.enum(['delivery', 'refund']),
    orderId: idSchema,
    orderNumber: z.string(),
    goodsFen: signedFenSchema,
    freightFen: signedFenSchema,
    commissionFen: signedFenSchema,
    /** Goods and freight less the commission. */
    amountFen: signedFenSchema,
    earnedAt: instantSchema,
    /** From this day on it goes into a settlement. */
    payableFrom: localDaySchema,
    settlementNumber: z.string().nullable(),
  })
  .meta({ id: 'Earning' })
export type EarningView = z.infer<typeof earningSchema>

export const settlementStateSchema = z.enum(['closed', 'payable', 'paid'])
const settlementSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    period: monthSchema,
    state: settlementStateSchema,
    earningCount: countSchema,
    goodsFen: signedFenSchema,
    freightFen: signedFenSchema,
    commissionFen: signedFenSchema,
    amountFen: signedFenSchema,
    closedAt: instantSchema,
    payout: z
      .object({
        id: idSchema,
        state: z.enum(['sent', 'paid', 'returned']),
        fileNumber: z.string(),
        accountMasked: z.string(),
        bankReference: z.string().nullable(),
        sentAt: instantSchema,
        settledAt: instantSchema.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Settlement' })
export type SettlementView = z.infer<typeof settlementSchema>

const balanceSchema = z
  .object({
    /** Accepted, still within the return period. */
    heldFen: signedFenSchema,
    /** Goes into the next settlement. */
    payableFen: signedFenSchema,
    /** In settlements that are not paid yet. */
    settledFen: signedFenSchema,
    paidFen: signedFenSchema,
  })
  .meta({ id: 'EarningsBalance' })

const payoutAccountSchema = z
  .object({
    holder: z.string(),
    bank: z.string(),
    /** Only the last four digits. */
    numberMasked: z.string(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'PayoutAccount' })

const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })

export const settlementRoutes = {
  listEarnings: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/earnings',
    summary: 'A cooperative’s earnings, newest first',
    access: 'earning:read',
    params: cooperativeParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(earningSchema),
  }),
  exportEarnings: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/earnings/export',
    summary: 'The same as a sheet, no more rows than `technical.export-rows`',
    access: 'earning:read',
    rate: 'heavy',
    params: cooperativeParamsSchema,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'file',
    problems: ['report.too-many-rows'],
  }),
  balance: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/earnings-balance',
    summary: 'What is held, payable, settled and paid; together it is all that was earned',
    access: 'earning:read',
    params: cooperativeParamsSchema,
    response: balanceSchema,
  }),
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/settlements',
    summary: 'A cooperative’s settlements, newest first',
    access: 'earning:read',
    params: cooperativeParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(settlementSchema),
  }),
  statement: route({
    method: 'GET',
    path: '/settlements/:id/statement',
    summary: 'The statement of a settlement: PDF, or a sheet of its earnings',
    access: 'earning:read',
    rate: 'heavy',
    params: idParamsSchema,
    query: z.strictObject({ format: z.enum(['pdf', 'xlsx', 'csv']).default('pdf') }),
    produces: 'file',
  }),
  getPayoutAccount: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/payout-account',
    summary: 'Where a cooperative is paid, masked',
    access: 'payout-account:manage',
    params: cooperativeParamsSchema,
    response: z.object({ account: payoutAccountSchema.nullable() }),
  }),
  setPayoutAccount: route({
    method: 'PUT',
    path: '/cooperatives/:cooperativeId/payout-account',
    summary: 'Changes where a cooperative is paid',
    access: 'payout-account:manage',
    params: cooperativeParamsSchema,
    body: z.strictObject({
      holder: textSchema(60, 2),
      bank: textSchema(60, 2),
      number: z.string().regex(/^\d{10,25}$/),
    }),
    response: z.object({ account: payoutAccountSchema }),
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/settlements',
    summary: 'All settlements, newest first',
    access: 'settlement:read',
    query: pageQuerySchema.extend({
      state: settlementStateSchema.optional(),
      period: monthSchema.optional(),
    }),
    response: pageSchema(settlementSchema),
  }),
  close: route({
    method: 'POST',
    path: '/administration/settlement-runs',
    summary: 'Settles what is payable by the end of a month, one settlement per cooperative',
    access: 'settlement:close',
    idempotency: 'required',
    status: 201,
    body: z.strictObject({ period: monthSchema }),
    response: z.object({ count: countSchema, amountFen: fenSchema }),
    problems: ['settlement.period-not-over'],
  }),
  sendPayouts: route({
    method: 'POST',
    path: '/administration/payout-files',
    summary: 'Makes the bank file for settlements; another person confirms each transfer',
    access: 'payout:propose',
    idempotency: 'required',
    status: 201,
    body: z.strictObject({ settlementIds: z.array(idSchema).min(1).max(200) }),
    response: z.object({
      fileNumber: z.string(),
      count: countSchema,
      amountFen: fenSchema,
      csv: z.string(),
    }),
    problems: ['settlement.not-payable', 'payout.no-account'],
  }),
  confirmPayout: route({
    method: 'POST',
    path: '/administration/payouts/:id/confirmation',
    summary: 'The bank has paid: by another person than who made the file',
    access: 'payout:confirm',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ bankReference: textSchema(60, 4) }),
    response: settlementSchema,
    problems: ['payout.same-person', 'payout.reference-used', 'lifecycle.move-not-allowed'],
  }),
  returnPayout: route({
    method: 'POST',
    path: '/administration/payouts/:id/return',
    summary: 'The bank sent it back; the settlement can be paid anew',
    access: 'payout:confirm',
    idempotency: 'required',
    params: idParamsSchema,
    body: z.strictObject({ reason: textSchema(200, 2) }),
    response: settlementSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
}
