import type { FieldError } from '@weibao/kernel'
import type { z } from 'zod'
import { refusal } from './refusal.js'

type Issue = z.core.$ZodIssue

/** Parses with a schema; on failure refuses with `request.invalid` and one entry per bad field. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, prefix = ''): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refusal('request.invalid', {}, { fields: toFieldErrors(result.error.issues, prefix) })
}

/** Turns what zod found into field errors with our codes; 50 at most. */
export function toFieldErrors(issues: readonly Issue[], prefix = ''): FieldError[] {
  return issues.flatMap((issue) => toFields(issue, prefix)).slice(0, 50)
}

function toFields(issue: Issue, prefix: string): FieldError[] {
  const path = [prefix, ...issue.path.map(String)].filter(Boolean).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [path, key].filter(Boolean).join('.').slice(0, 200),
      code: 'field.unknown',
    }))
  return [{ path: path.slice(0, 200), ...describe(issue) }]
}

function describe(issue: Issue): Omit<FieldError, 'path'> {
  const isCount = 'origin' in issue && (issue.origin === 'array' || issue.origin === 'set')
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && / received undefined$/.test(issue.message)
        ? { code: 'field.required' }
        : { code: 'field.wrong-type', params: { expected: issue.expected } }
    case 'too_small':
      if (issue.origin === 'string')
        return { code: 'field.text-too-short', params: { min: Number(issue.minimum) } }
      return {
        code: isCount ? 'field.too-few' : 'field.too-small',
        params: { minimum: Number(issue.minimum) },
      }
    case 'too_big':
      if (issue.origin === 'string')
        return { code: 'field.text-too-long', params: { max: Number(issue.maximum) } }
      return {
        code: isCount ? 'field.too-many' : 'field.too-big',
        params: { maximum: Number(issue.maximum) },
      }
    case 'invalid_format':
      return { code: 'field.format' }
    case 'invalid_value':
      return { code: 'field.option', params: { options: issue.values.map(String).join(', ') } }
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as { code?: string } & Record<
        string,
        string | number
      >
      return { code: code ?? 'field.invalid', params }
    }
    default:
      return { code: 'field.invalid' }
  }
}
