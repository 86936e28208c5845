import { isLocalDay } from '@weibao/kernel'
import { z } from 'zod'

/** Building blocks of all schemas. Names with `meta.id` become components of the OpenAPI document. */

export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .meta({
    id: 'Id',
    description: 'UUID in lower case',
    example: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b3d',
  })

/** Money of a price or a total: integer fen, never negative, up to ten billion yuan. */
export const fenSchema = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .meta({ id: 'Fen', description: 'CNY fen' })
/** Money that may be negative: entries, corrections. */
export const signedFenSchema = z
  .int()
  .min(-1_000_000_000_000)
  .max(1_000_000_000_000)
  .meta({ id: 'SignedFen', description: 'CNY fen, may be negative' })

export const quantitySchema = z
  .int()
  .min(1)
  .max(100_000)
  .meta({ id: 'Quantity', description: 'Packages' })
export const countSchema = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const gramsSchema = z.int().min(1).max(100_000_000).meta({ id: 'Grams' })

export const instantSchema = z.iso.datetime().meta({ id: 'Instant', description: 'ISO 8601, UTC' })
export const localDaySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isLocalDay, { params: { code: 'field.day-not-in-calendar' } })
  .meta({ id: 'LocalDay', description: 'Day in Asia/Shanghai', example: '2026-11-25' })
export const monthSchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ id: 'Month', description: 'Month in Asia/Shanghai', example: '2026-11' })

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .min(1)
  .max(80)
  .meta({ id: 'Slug' })
export const localeSchema = z.enum(['zh-CN', 'en']).meta({ id: 'Locale' })
export type Locale = z.infer<typeof localeSchema>

/** Control characters, bidi overrides and invisible marks that text from people must not hold. */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** One line of text by people: NFC, trimmed, 1 to `max` code points, no control or bidi characters. */
export function textSchema(max: number, min = 1) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => !UNSAFE.test(text) && !/[\n\r\t]/.test(text), {
      params: { code: 'field.text-unsafe' },
    })
    .refine((text) => [...text].length >= min, { params: { code: 'field.text-too-short', min } })
    .refine((text) => [...text].length <= max, { params: { code: 'field.text-too-long', max } })
}

/** Text of several lines by people. */
export function longTextSchema(max: number, min = 0) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => !UNSAFE.test(text), { params: { code: 'field.text-unsafe' } })
    .refine((text) => [...text].length >= min, { params: { code: 'field.text-too-short', min } })
    .refine((text) => [...text].length <= max, { params: { code: 'field.text-too-long', max } })
}

/** A name in both languages. */
export const bilingualSchema = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: 'Bilingual', description: 'Text in Chinese and English' })
export type Bilingual = z.infer<typeof bilingualSchema>

/** Query of a keyset list: at most 100 a page; `cursor` is opaque. Extend it with filters. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(500).optional(),
})

/** A page of a keyset list. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** Boolean of a query string: `true` or `false`. */
export const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true')

export const idParamsSchema = z.strictObject({ id: idSchema })
