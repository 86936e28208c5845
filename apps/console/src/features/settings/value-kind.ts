import type { SettingView } from '@weibao/contracts/setting'
import { parseYuan } from '@weibao/kernel'

interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly items?: JsonSchema & { readonly enum?: readonly string[] }
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

/** How a part of a flat value is edited. */
export type PartKind =
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'codes' }

/** How a setting is edited, by the JSON schema of its value: simple kinds have a form of their own. */
export type ValueKind =
  | { readonly kind: 'money' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'flat'; readonly parts: Readonly<Record<string, PartKind>> }
  | { readonly kind: 'json' }

export function valueKindOf({ key, valueSchema }: SettingView): ValueKind {
  const schema = resolved(valueSchema as JsonSchema)
  if (schema.type === 'integer' || schema.type === 'number') {
    if (key.endsWith('-fen')) return { kind: 'money' }
    return {
      kind: 'number',
      min: schema.minimum ?? 0,
      max: schema.maximum ?? Number.MAX_SAFE_INTEGER,
    }
  }
  if (schema.type === 'object' && schema.properties) {
    const parts = Object.entries(schema.properties).map(
      ([name, part]) => [name, partKindOf(part)] as const,
    )
    if (parts.length > 0 && parts.every(([, kind]) => kind !== null))
      return { kind: 'flat', parts: Object.fromEntries(parts) as Record<string, PartKind> }
  }
  return { kind: 'json' }
}

/** A value that is a shared part alone refers to its definition. */
function resolved(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '')
  return (name && schema.$defs?.[name]) || schema
}

function partKindOf(schema: JsonSchema): PartKind | null {
  if (schema.type === 'boolean') return { kind: 'flag' }
  if (schema.type === 'string') return { kind: 'text', max: schema.maxLength ?? 200 }
  if (schema.type !== 'array' || schema.items?.type !== 'string') return null
  return schema.items.enum ? { kind: 'choices', options: schema.items.enum } : { kind: 'codes' }
}

export type Parsed =
  { readonly value: unknown } | { readonly problem: Problem; readonly detail?: string }
type Problem = 'needPrice' | 'needNumber' | 'outOfRange' | 'notJson'

/** What was typed as the value to send, or what is wrong with it. */
export function parseValue(kind: ValueKind, text: string): Parsed {
  const plain = text.normalize('NFKC').trim()
  if (kind.kind === 'money') {
    const fen = parseYuan(plain)
    return fen === null || fen < 0 ? { problem: 'needPrice' } : { value: fen }
  }
  if (kind.kind === 'number') {
    if (!/^-?\d+$/.test(plain)) return { problem: 'needNumber' }
    const value = Number(plain)
    return value < kind.min || value > kind.max ? { problem: 'outOfRange' } : { value }
  }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: 'notJson', detail: error instanceof Error ? error.message : '' }
  }
}

/** A value as the form begins with it. */
export function textOf(kind: ValueKind, value: unknown): string {
  if (kind.kind === 'money' && typeof value === 'number')
    return `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`
  if (kind.kind === 'number') return String(value)
  return JSON.stringify(value, null, 2)
}
