import { z } from 'zod'
import {
  fenSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** 发票: a buyer asks its seller, the cooperative, for the invoice of an order and gets the file back. */

export const invoiceStateSchema = z
  .enum(['requested', 'issued', 'refused'])
  .meta({ id: 'InvoiceState' })
export type InvoiceState = z.infer<typeof invoiceStateSchema>
const titleKindSchema = z.enum(['personal', 'company'])

/** 统一社会信用代码 or an older tax number: 15 to 20 digits and letters. */
const taxNumberSchema = z.string().regex(/^[0-9A-Z]{15,20}$/)

export const invoiceSchema = z
  .object({
    id: idSchema,
    orderId: idSchema,
    orderNumber: z.string(),
    state: invoiceStateSchema,
    titleKind: titleKindSchema,
    title: z.string(),
    taxNumber: z.string().nullable(),
    /** What was paid for the order less what went back, as it is now. */
    amountFen: fenSchema,
    /** The amount it was issued for; another amount now needs a red-letter invoice. */
    issuedFen: fenSchema.nullable(),
    invoiceNumber: z.string().nullable(),
    /** Why it was refused. */
    reason: z.string(),
    requestedAt: instantSchema,
    answeredAt: instantSchema.nullable(),
  })
  .meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof invoiceSchema>

const ofOrderSchema = z.object({
  invoice: invoiceSchema.nullable(),
  /** Received, and not issued yet. */
  canRequest: z.boolean(),
  amountFen: fenSchema,
})
export type OrderInvoice = z.infer<typeof ofOrderSchema>

export const requestInvoiceSchema = z
  .strictObject({
    titleKind: titleKindSchema,
    title: textSchema(100, 2),
    taxNumber: taxNumberSchema.nullable().default(null),
  })
  .refine(({ titleKind, taxNumber }) => titleKind === 'personal' || taxNumber !== null, {
    path: ['taxNumber'],
    params: { code: 'field.required' },
  })
  .meta({ id: 'RequestInvoice' })
export type RequestInvoice = z.output<typeof requestInvoiceSchema>

export const invoiceRoutes = {
  ofOrder: route({
    method: 'GET',
    path: '/orders/:id/invoice',
    summary: 'The invoice of the visitor’s own order, and whether one can be asked for',
    access: 'public',
    params: idParamsSchema,
    response: ofOrderSchema,
    problems: ['object.not-found'],
  }),
  request: route({
    method: 'PUT',
    path: '/orders/:id/invoice',
    summary: 'Asks for the invoice of a received order, or corrects what was asked for',
    access: 'public',
    params: idParamsSchema,
    body: requestInvoiceSchema,
    response: ofOrderSchema,
    problems: ['object.not-found', 'invoice.not-received', 'invoice.issued-already'],
  }),
  file: route({
    method: 'GET',
    path: '/invoices/:id/file',
    summary: 'The invoice: for its buyer, its cooperative, officers and auditors',
    access: 'public',
    params: idParamsSchema,
    produces: 'file',
    problems: ['object.not-found'],
  }),
  listOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/invoices',
    summary: 'Invoices that buyers ask a cooperative for; those to issue, oldest first',
    access: 'invoice:answer',
    params: z.strictObject({ cooperativeId: idSchema }),
    query: pageQuerySchema.extend({ state: invoiceStateSchema.optional() }),
    response: pageSchema(invoiceSchema),
  }),
  issue: route({
    method: 'POST',
    path: '/invoices/:id/file',
    summary: 'Hands over the issued invoice: its number and its file (PDF or picture)',
    access: 'invoice:answer',
    rate: 'heavy',
    consumes: 'multipart',
    params: idParamsSchema,
    query: z.strictObject({ number: z.string().regex(/^[0-9A-Z]{8,20}$/) }),
    response: invoiceSchema,
    problems: [
      'object.not-found',
      'invoice.answered',
      'invoice.number-used',
      'file.missing',
      'file.too-large',
      'file.type-not-allowed',
    ],
  }),
  refuse: route({
    method: 'POST',
    path: '/invoices/:id/refusal',
    summary: 'Says why no invoice can be issued as asked; the buyer may correct the request',
    access: 'invoice:answer',
    params: idParamsSchema,
    body: z.strictObject({ reason: longTextSchema(200, 2) }),
    response: invoiceSchema,
    problems: ['object.not-found', 'invoice.answered'],
  }),
}
