import { z } from 'zod'
import { idSchema, instantSchema } from './basics.js'
import { route } from './route.js'

const mailboxMessageSchema = z
  .object({
    id: idSchema,
    channel: z.enum(['mail', 'sms']),
    recipient: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    createdAt: instantSchema,
  })
  .meta({ id: 'MailboxMessage' })
export type MailboxMessage = z.infer<typeof mailboxMessageSchema>

export const mailboxRoutes = {
  list: route({
    method: 'GET',
    path: '/dev/mailbox',
    summary: 'Development only: mail and SMS that were not really sent, newest first',
    access: 'public',
    query: z.strictObject({
      recipient: z.string().max(254).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(mailboxMessageSchema) }),
    problems: ['object.not-found'],
  }),
}
