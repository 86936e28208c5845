import { z } from 'zod'
import {
  bilingualSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** Dated settings: facts that change by year or place, edited with a reason, never overwritten. */

export const settingGroupSchema = z.enum([
  'counting',
  'freight',
  'commission',
  'ordering',
  'programme',
  'technical',
])
export type SettingGroup = z.infer<typeof settingGroupSchema>

/** Who edits a setting: Baoshan's officer decides programme and money, the operator the machinery. */
export const settingEditorSchema = z.enum(['officer', 'operator'])
export type SettingEditor = z.infer<typeof settingEditorSchema>

/** How far back a new value may begin. `any` only for what nothing was counted or charged by. */
export const settingStartSchema = z.enum(['tomorrow', 'today', 'any'])
export type SettingStart = z.infer<typeof settingStartSchema>

const settingVersionSchema = z
  .object({
    /** 0 is the value built in; edits count from 1 for each key. */
    version: z.int().min(0),
    /** Null: always in force, until the first dated one. */
    validFrom: localDaySchema.nullable(),
    value: z.unknown(),
    reason: z.string(),
    authorId: idSchema.nullable(),
    createdAt: instantSchema.nullable(),
  })
  .meta({ id: 'SettingVersion' })
export type SettingVersion = z.infer<typeof settingVersionSchema>

export const settingSchema = z
  .object({
    key: z.string(),
    group: settingGroupSchema,
    label: bilingualSchema,
    description: bilingualSchema,
    editedBy: settingEditorSchema,
    startsFrom: settingStartSchema,
    /** JSON schema of the value, for building a form. */
    valueSchema: z.record(z.string(), z.unknown()),
    current: settingVersionSchema,
    upcoming: z.array(settingVersionSchema),
    /** The number to send as `basedOn` with an edit. */
    latestVersion: z.int().min(0),
  })
  .meta({ id: 'Setting' })
export type SettingView = z.infer<typeof settingSchema>

export const editSettingSchema = z.strictObject({
  value: z.unknown(),
  validFrom: localDaySchema,
  reason: textSchema(300, 4),
  /** `latestVersion` that the editor saw; another edit in between is refused, not overwritten. */
  basedOn: z.int().min(0),
})
export type EditSetting = z.infer<typeof editSettingSchema>

const settingParamsSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(60),
})

export const settingRoutes = {
  list: route({
    method: 'GET',
    path: '/settings',
    summary: 'Every setting with the value in force on a day (today when absent)',
    access: 'setting:read',
    query: z.strictObject({ day: localDaySchema.optional() }),
    response: z.object({ items: z.array(settingSchema) }),
  }),
  history: route({
    method: 'GET',
    path: '/settings/:key/versions',
    summary: 'Every version of a setting, newest first, with reason and author',
    access: 'setting:read',
    params: settingParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(settingVersionSchema),
    problems: ['object.not-found'],
  }),
  edit: route({
    method: 'POST',
    path: '/settings/:key/versions',
    summary: 'Gives a setting a new value from a day on',
    access: 'setting:edit',
    params: settingParamsSchema,
    body: editSettingSchema,
    response: settingSchema,
    status: 201,
    problems: [
      'object.not-found',
      'setting.not-yours',
      'setting.starts-too-early',
      'setting.changed-meanwhile',
    ],
    idempotency: 'required',
  }),
}
