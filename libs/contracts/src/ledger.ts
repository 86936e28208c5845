import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  monthSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** The ledger as people read it. It is written by the decisions themselves, never over HTTP. */

export const accountKindSchema = z.enum(['asset', 'liability', 'income', 'expense'])
export type AccountKind = z.infer<typeof accountKindSchema>

/** Sums over the whole ledger: beyond the range of a single amount. */
const sumFenSchema = z.int().meta({ id: 'SumFen', description: 'CNY fen, a sum; may be negative' })

export const accountSchema = z
  .object({
    code: z.string(),
    /** The code without its owner: `cooperative-payable` of `cooperative-payable:<id>`. */
    group: z.string(),
    kind: accountKindSchema,
    name: bilingualSchema,
    organisationId: idSchema.nullable(),
    /** Debit positive, credit negative. */
    balanceFen: sumFenSchema,
    debitFen: sumFenSchema,
    creditFen: sumFenSchema,
    entries: countSchema,
  })
  .meta({ id: 'LedgerAccount' })
export type AccountView = z.infer<typeof accountSchema>

export const ledgerEntrySchema = z
  .object({
    transactionId: idSchema,
    position: z.int(),
    kind: z.string(),
    reference: z.string(),
    occurredAt: instantSchema,
    bookedAt: instantSchema,
    day: localDaySchema,
    period: monthSchema,
    account: z.string(),
    /** Debit positive, credit negative. */
    amountFen: z.int(),
    orderId: idSchema.nullable(),
    orderLineId: idSchema.nullable(),
    paymentId: idSchema.nullable(),
    refundId: idSchema.nullable(),
    memo: z.string(),
    authorId: idSchema.nullable(),
    /** The transaction that this one reverses. */
    reversesId: idSchema.nullable(),
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntryView = z.infer<typeof ledgerEntrySchema>

const accountCodeSchema = z
  .string()
  .regex(/^[a-z0-9-]+(:[0-9a-f-]{36})?$/)
  .max(80)

/** Which entries; absent parts do not narrow. */
const entryFilter = {
  account: accountCodeSchema.optional(),
  period: monthSchema.optional(),
  kind: z
    .string()
    .regex(/^[a-z-]+(\.reversal)?$/)
    .max(60)
    .optional(),
  reference: z.string().min(1).max(100).optional(),
  orderId: idSchema.optional(),
  orderLineId: idSchema.optional(),
  paymentId: idSchema.optional(),
  refundId: idSchema.optional(),
}
export const ledgerEntryQuerySchema = pageQuerySchema.extend(entryFilter)
export type LedgerEntryQuery = z.infer<typeof ledgerEntryQuerySchema>
export type LedgerEntryFilter = Omit<LedgerEntryQuery, 'limit' | 'cursor'>

const format = z.enum(['xlsx', 'csv']).default('xlsx')

export const ledgerRoutes = {
  listAccounts: route({
    method: 'GET',
    path: '/ledger/accounts',
    summary: 'Accounts with their balances, or their movement within a month',
    access: 'ledger:read',
    query: z.strictObject({ period: monthSchema.optional() }),
    response: z.object({ items: z.array(accountSchema) }),
  }),
  exportAccounts: route({
    method: 'GET',
    path: '/ledger/accounts/export',
    summary: 'The same as a sheet',
    access: 'ledger:read',
    rate: 'heavy',
    query: z.strictObject({ period: monthSchema.optional(), format }),
    produces: 'file',
  }),
  listEntries: route({
    method: 'GET',
    path: '/ledger/entries',
    summary: 'Entries, newest first, by account, month, order, payment or reference',
    access: 'ledger:read',
    query: ledgerEntryQuerySchema,
    response: pageSchema(ledgerEntrySchema),
  }),
  exportEntries: route({
    method: 'GET',
    path: '/ledger/entries/export',
    summary: 'The same as a sheet, no more rows than `technical.export-rows`',
    access: 'ledger:read',
    rate: 'heavy',
    query: z.strictObject({ ...entryFilter, format }),
    produces: 'file',
    problems: ['report.too-many-rows'],
  }),
  getTransaction: route({
    method: 'GET',
    path: '/ledger/transactions/:id',
    summary: 'One transaction with all of its entries',
    access: 'ledger:read',
    params: idParamsSchema,
    response: z.object({
      id: idSchema,
      /** The transaction that reverses this one, when one does. */
      reversedById: idSchema.nullable(),
      entries: z.array(ledgerEntrySchema),
    }),
    problems: ['object.not-found'],
  }),
}
