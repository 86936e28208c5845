import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** Groups of notifications that a person can have by mail and SMS, or only on the site. */
export const notificationGroups = ['account', 'orders', 'programme'] as const
const notificationGroupSchema = z.enum(notificationGroups).meta({ id: 'NotificationGroup' })
export type NotificationGroup = z.infer<typeof notificationGroupSchema>

export const notificationSchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    group: notificationGroupSchema,
    /** In the caller's language. */
    title: z.string(),
    body: z.string(),
    /** Where to go on this site; null when there is nothing to open. */
    path: z.string().nullable(),
    readAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Notification' })
export type NotificationView = z.infer<typeof notificationSchema>

const notificationPreferenceSchema = z
  .strictObject({ group: notificationGroupSchema, mail: z.boolean(), sms: z.boolean() })
  .meta({ id: 'NotificationPreference' })
export type NotificationPreference = z.infer<typeof notificationPreferenceSchema>

const preferencesSchema = z.strictObject({
  items: z.array(notificationPreferenceSchema).max(notificationGroups.length),
})

export const notificationRoutes = {
  list: route({
    method: 'GET',
    path: '/notifications',
    summary: 'The notifications of the caller, newest first',
    access: 'notification:read',
    query: pageQuerySchema.extend({ state: z.enum(['all', 'unread']).default('all') }),
    response: pageSchema(notificationSchema),
  }),
  unreadCount: route({
    method: 'GET',
    path: '/notifications/unread-count',
    summary: 'How many notifications of the caller are not read yet',
    access: 'notification:read',
    response: z.object({ count: countSchema }),
  }),
  read: route({
    method: 'POST',
    path: '/notifications/:id/reading',
    summary: 'Marks a notification as read',
    access: 'notification:read',
    params: idParamsSchema,
    response: notificationSchema,
    problems: ['object.not-found'],
  }),
  readAll: route({
    method: 'POST',
    path: '/notifications/reading',
    summary: 'Marks all notifications of the caller as read; how many there were',
    access: 'notification:read',
    response: z.object({ count: countSchema }),
  }),
  preferences: route({
    method: 'GET',
    path: '/notification-preferences',
    summary: 'What the caller also gets by mail and SMS',
    access: 'notification:read',
    response: preferencesSchema,
  }),
  setPreferences: route({
    method: 'PUT',
    path: '/notification-preferences',
    summary: 'Chooses what also comes by mail and SMS; security matters always come by mail',
    access: 'notification:read',
    body: preferencesSchema,
    response: preferencesSchema,
  }),
}
