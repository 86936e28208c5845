import { Injectable } from '@nestjs/common'
import { permissions } from '@weibao/contracts/permissions'
import { problemSchema } from '@weibao/contracts/problem'
import { problems, statusOf, type ProblemCode } from '@weibao/contracts/problems'
import type { Route } from '@weibao/contracts/route'
import { z } from 'zod'
import { PlatformConfig, sessionCookieName } from './platform-config.js'
import { RoutesRegistry } from './routes-registry.js'

type Json = Record<string, unknown>

/** The OpenAPI 3.0 document, made from the same contracts that validate requests and answers. */
@Injectable()
export class OpenApi {
  private made: Json | null = null

  constructor(
    private readonly registry: RoutesRegistry,
    private readonly config: PlatformConfig,
  ) {}

  document(): Json {
    return (this.made ??= makeDocument(this.registry.all(), this.config))
  }
}

function makeDocument(routes: readonly Route[], config: PlatformConfig): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, components) }
  }
  toSchema(problemSchema, 'output', components)
  return {
    openapi: '3.0.3',
    info: {
      title: 'Weibao',
      version: '0.1.0',
      description:
        'Marketplace for consumption cooperation between Weixi and Baoshan. Money is in fen, instants are UTC, days are of Asia/Shanghai. Refusals are application/problem+json with permanent codes.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(config) },
        machineKey: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: Route, components: Json): Json {
  const tag = route.path.split('/')[1] ?? 'other'
  const idempotencyHeader = {
    name: 'Idempotency-Key',
    in: 'header',
    required: route.idempotency === 'required',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$', example: 'order-2026-11-25-0001' },
  }
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:-]+(\w)/g, (_, c: string) => c.toUpperCase())}`,
    summary: route.summary,
    description: accessText(route),
    tags: [tag],
    security:
      route.access === 'public' ? [{}, { session: [] }] : [{ session: [] }, { machineKey: [] }],
    parameters: [
      ...parameters(route.params, 'path', components),
      ...parameters(route.query, 'query', components),
      ...(route.idempotency ? [idempotencyHeader] : []),
    ],
    ...requestBody(route, components),
    responses: responses(route, components),
  }
}

function accessText(route: Route): string {
  if (route.access === 'public') return 'Open to everybody.'
  if (route.access === 'signed-in') return 'For anybody signed in.'
  const { by, secondFactor } = permissions[route.access]
  const roles = Object.entries(by).map(([role, reach]) => `${role} (${reach})`)
  return `Needs \`${route.access}\`: ${roles.join(', ')}.${secondFactor ? ' Needs the second factor.' : ''}`
}

function parameters(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  components: Json,
): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = inline(schema, components)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function requestBody(route: Route, components: Json): Json {
  if (route.consumes === 'multipart')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'string', format: 'binary' } },
              required: ['file'],
            },
          },
        },
      },
    }
  if (!route.body) return {}
  const type = route.consumes === 'raw' ? 'application/octet-stream' : 'application/json'
  return {
    requestBody: {
      required: !route.body.safeParse(undefined).success,
      content: { [type]: { schema: toSchema(route.body, 'input', components) } },
    },
  }
}

function responses(route: Route, components: Json): Json {
  const status = route.status ?? (route.response || route.produces ? 200 : 204)
  const answers: Record<string, Json> = { [status]: success(route, components) }
  if (route.cacheSeconds !== undefined)
    answers['304'] = { description: 'Not modified: the caller has these bytes' }
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemCodes(route)) {
    const at = problems[code].status ?? statusOf[problems[code].kind]
    byStatus.set(at, [...(byStatus.get(at) ?? []), code])
  }
  for (const [at, codes] of byStatus)
    answers[String(at)] = {
      description: codes.map((code) => `\`${code}\` ${problems[code].en}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  return answers
}

function success(route: Route, components: Json): Json {
  if (route.produces === 'events')
    return {
      description: 'A stream of events',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }
  if (route.produces === 'file')
    return {
      description: 'The file',
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    }
  if (!route.response) return { description: 'Done' }
  return {
    description: 'Done',
    content: { 'application/json': { schema: toSchema(route.response, 'output', components) } },
  }
}

function problemCodes(route: Route): Set<ProblemCode> {
  const isWrite = route.method !== 'GET'
  return new Set<ProblemCode>([
    'request.invalid',
    'request.malformed',
    'request.too-many',
    'service.busy',
    'service.failed',
    ...(isWrite
      ? (['request.foreign-origin', 'request.too-large', 'request.unsupported-type'] as const)
      : []),
    ...(route.access !== 'public'
      ? (['access.sign-in-needed', 'access.not-allowed'] as const)
      : []),
    ...(route.params ? (['object.not-found'] as const) : []),
    ...(route.idempotency
      ? (['idempotency.key-needed', 'idempotency.key-reused', 'idempotency.in-progress'] as const)
      : []),
    ...(route.problems ?? []),
  ])
}

interface JsonObjectSchema {
  properties?: Record<string, Json>
  required?: string[]
}

/** A schema by reference where it, or a part of it, has an id. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const made = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as Json
  const { definitions = {}, $schema: _, ...rest } = made as Json & { definitions?: Json }
  for (const [name, definition] of Object.entries(definitions))
    components[name] = relink(definition, definitions)
  const { id } = (schema.meta() ?? {}) as { id?: string }
  if (!id) return relink(rest, definitions) as Json
  components[id] ??= relink(rest, definitions)
  return { $ref: `#/components/schemas/${id}` }
}

function inline(schema: z.ZodObject, components: Json): JsonObjectSchema {
  return toSchema(schema, 'input', components) as JsonObjectSchema
}

/** Points references at the components, and says of what may be null so that validators agree. */
function relink(value: unknown, definitions: Json): unknown {
  if (Array.isArray(value)) return value.map((each) => relink(each, definitions))
  if (typeof value !== 'object' || value === null) return value
  const plain = Object.entries(withNull(value as Json, definitions))
    .filter(([key, inner]) => key !== 'id' || typeof inner === 'object')
    .filter(([key, inner]) => !isNoise(key, inner, value as Json))
    .map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace('#/definitions/', '#/components/schemas/')]
        : [key, relink(inner, definitions)],
    )
  return Object.fromEntries(plain) as Json
}

/** What a format already says, and the bounds of every integer: they drown the document. */
function isNoise(key: string, inner: unknown, schema: Json): boolean {
  if (key === 'pattern') return schema['format'] === 'date-time' || schema['format'] === 'email'
  return (
    (key === 'minimum' || key === 'maximum') && Math.abs(Number(inner)) === Number.MAX_SAFE_INTEGER
  )
}

/**
 * `nullable` counts only beside a `type`, and an `enum` must hold the null: a nullable reference is
 * therefore written out.
 */
function withNull(schema: Json, definitions: Json): Json {
  if (schema['nullable'] !== true) return schema
  const { allOf, ...rest } = schema
  const [only, ...others] = (allOf ?? []) as { $ref?: string }[]
  const name = others.length === 0 ? only?.$ref?.replace('#/definitions/', '') : undefined
  const whole = name ? { ...(definitions[name] as Json), ...rest } : schema
  const choices = whole['enum'] as unknown[] | undefined
  return choices && !choices.includes(null) ? { ...whole, enum: [...choices, null] } : whole
}
