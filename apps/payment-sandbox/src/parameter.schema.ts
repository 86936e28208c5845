import { z } from 'zod'
import { invalidRequest, notSimulated, StripeRefusal } from './stripe.errors.js'
import type { FormTree } from './form-decoding.js'

type Check = { code?: string; message: string }

/** Marks a zod issue with the code and the words Stripe uses. */
export function issue(message: string, code?: string): { message: string; params: Check } {
  return { message, params: { message, ...(code === undefined ? {} : { code }) } }
}

/** Any text of at most `max` characters; Stripe refuses an empty one where a value is meant. */
export const text = (max = 5_000) =>
  z
    .string()
    .refine(
      (value) => value !== '',
      issue(
        'You passed an empty string. Omit the parameter to leave it out.',
        'parameter_invalid_empty',
      ),
    )
    .refine((value) => value.length <= max, issue(`Must be at most ${max} characters`))

/** A whole number in decimal digits, as forms carry it. */
export const integer = (min = 0, max = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .refine(
      (value) => /^-?\d{1,15}$/.test(value),
      issue('Invalid integer', 'parameter_invalid_integer'),
    )
    .transform(Number)
    .refine((value) => value >= min, issue(`Must be at least ${min}`, 'parameter_invalid_integer'))
    .refine((value) => value <= max, issue(`Must be at most ${max}`, 'parameter_invalid_integer'))

export const boolean = z
  .enum(['true', 'false'], { error: 'Invalid boolean' })
  .transform((value) => value === 'true')

/** A list sent as `name[0]=…&name[1]=…`. */
export function list<T extends z.ZodType>(element: T, max: number) {
  return z.preprocess(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((key) => /^\d+$/.test(key))
        ? Object.values(value)
        : value,
    z.array(element).max(max, { error: `Must have at most ${max} elements` }),
  )
}

export const metadata = z
  .union([z.literal(''), z.record(z.string(), z.string())])
  .transform((value) => (value === '' ? {} : { ...value }))
  .superRefine((value, context) => {
    const refuse = (message: string, path: string[] = []) =>
      context.addIssue({ code: 'custom', path, ...issue(message) })
    if (Object.keys(value).length > 50) refuse('Metadata can have at most 50 keys')
    for (const [key, content] of Object.entries(value)) {
      if (key.length > 40) refuse('Metadata keys can be at most 40 characters', [key])
      if (content.length > 500) refuse('Metadata values can be at most 500 characters', [key])
    }
  })
  // An empty value means "no such key" to Stripe.
  .transform((value) => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== '')))

/** An absolute web address. `{CHECKOUT_SESSION_ID}` may stand in it. */
export const webAddress = text(5_000).refine(
  (value) => {
    const address = URL.canParse(value) ? new URL(value) : null
    return address !== null && ['http:', 'https:'].includes(address.protocol)
  },
  issue('Not a valid URL', 'url_invalid'),
)

export const email = text(512).refine(
  (value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value),
  issue('Invalid email address', 'email_invalid'),
)

export const expand = list(text(200), 20).optional()

const createdRange = z.union([
  integer(),
  z.strictObject({ gt: integer(), gte: integer(), lt: integer(), lte: integer() }).partial(),
])

/** What every list takes. */
export const page = {
  limit: integer(1, 100).optional(),
  starting_after: text(255).optional(),
  ending_before: text(255).optional(),
  created: createdRange.optional(),
  expand,
}

export interface KnownParameters {
  /** Parameters Stripe has and the sandbox does not play. */
  readonly notSimulated?: readonly string[]
  /** Parameters Stripe had, with the code it answers since. */
  readonly removed?: Readonly<Record<string, string>>
}

/**
 * Compiles only while every parameter of the SDK is either played or refused by name (nothing
 * `Missing`), and nothing else is (no `Surplus`).
 */
export function covers<Missing extends never, Surplus extends never>(
  known: KnownParameters & { missing?: Missing; surplus?: Surplus },
): KnownParameters {
  return known
}

/** Parses parameters, or refuses with the first thing Stripe would complain about. */
export function parseParameters<T extends z.ZodType>(
  schema: T,
  input: FormTree,
  known: KnownParameters = {},
): z.output<T> {
  for (const [name, code] of Object.entries(known.removed ?? {}))
    if (name in input)
      throw invalidRequest(`The ${name} parameter is no longer supported.`, name, code)
  const absent = known.notSimulated?.find((name) => name in input)
  if (absent !== undefined) throw notSimulated(absent)
  const result = schema.safeParse(toPlain(input))
  if (result.success) return result.data
  throw toRefusal(mostTelling(result.error.issues))
}

/** zod takes null-prototype objects for records but not for strict objects on every version. */
function toPlain(tree: FormTree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : toPlain(value),
    ]),
  )
}

type Issue = z.core.$ZodIssue

// Stripe complains about unknown parameters before anything else.
function mostTelling(issues: readonly Issue[]): Issue {
  const flat = issues.flatMap(deepest)
  return flat.find((one) => one.code === 'unrecognized_keys') ?? flat[0]!
}

function deepest(one: Issue): Issue[] {
  if (one.code !== 'invalid_union') return [one]
  const branch = one.errors.toSorted((a, b) => depth(b) - depth(a))[0]
  return (branch ?? []).flatMap((inner) =>
    deepest({ ...inner, path: [...one.path, ...inner.path] }),
  )
}

function depth(branch: readonly Issue[]): number {
  return Math.max(
    0,
    ...branch.map((one) => one.path.length + (one.code === 'invalid_type' ? 0 : 1)),
  )
}

function toRefusal(one: Issue): StripeRefusal {
  const param = bracket(one.path)
  if (one.code === 'unrecognized_keys') {
    const name = bracket([...one.path, one.keys[0]!])
    return invalidRequest(`Received unknown parameter: ${name}`, name, 'parameter_unknown')
  }
  if (one.code === 'invalid_type' || one.code === 'invalid_value') {
    if (one.input === undefined)
      return invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing')
    if (one.code === 'invalid_value')
      return invalidRequest(`Invalid ${param}: must be one of ${one.values.join(', ')}`, param)
    return invalidRequest(`Invalid ${one.expected}: ${param}`, param)
  }
  if (one.code === 'custom') {
    return invalidRequest(`Invalid ${param}: ${one.message}`, param, one.params?.['code'] as string)
  }
  return invalidRequest(`Invalid ${param}: ${one.message}`, param)
}

function bracket(path: readonly PropertyKey[]): string {
  const [head, ...rest] = path.map(String)
  return head === undefined ? '' : head + rest.map((part) => `[${part}]`).join('')
}
