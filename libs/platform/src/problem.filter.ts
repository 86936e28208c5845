import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { Problem } from '@weibao/contracts/problem'
import { problems, statusOf, type ProblemCode } from '@weibao/contracts/problems'
import { DomainError } from '@weibao/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusal } from './refusal.js'
import { currentContext } from './request-context.js'
import { sqlState } from './sql.js'

/** Turns whatever was thrown into problem+json in the caller's language, without internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const reply = http.getResponse<FastifyReply>()
    const request = http.getRequest<FastifyRequest>()
    const known = toRefusal(error)
    if (!known) this.log.error({ err: error, requestId: request.id }, 'unexpected error')
    sendProblem(
      reply,
      known ?? refusal('service.failed', { requestId: String(request.id) }),
      request,
    )
  }
}

/** Writes a refusal as the answer. Also used below Nest, where Fastify itself refuses. */
export function sendProblem(
  reply: FastifyReply,
  error: DomainError,
  request: FastifyRequest,
): void {
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  const locale = currentContext()?.locale ?? localeOf(request.headers['accept-language'])
  const problem = toProblem(error, locale, String(request.id))
  if (error.retryAfterSeconds !== undefined)
    void reply.header('Retry-After', String(error.retryAfterSeconds))
  else if (problem.status === 503) void reply.header('Retry-After', '2')
  void reply
    .status(problem.status)
    .header('Cache-Control', 'no-store')
    .header('Content-Language', locale)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

/** zh-CN unless the caller prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const first = /^\s*([a-z]{2})\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase()
  return first === 'en' ? 'en' : 'zh-CN'
}

function toProblem(error: DomainError, locale: Locale, requestId: string): Problem {
  const text = problems[error.code as ProblemCode] ?? problems['service.failed']
  const detail = fill(text[locale], { requestId, ...error.details })
  return {
    type: `/problems/${error.code}`,
    title: detail,
    status: text.status ?? statusOf[error.kind],
    code: error.code,
    detail,
    requestId,
    ...(Object.keys(error.details).length ? { details: error.details } : {}),
    ...(error.fields.length
      ? {
          fields: error.fields.map(({ path, code, params }) => ({
            path,
            code,
            message: fill(
              (problems[code as ProblemCode] ?? problems['field.invalid'])[locale],
              params ?? {},
            ),
          })),
        }
      : {}),
  }
}

/** Fills `{name}` in a message. */
export function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…').slice(0, 200))
}

/** The refusal that an error means, or null when it is a fault of ours. */
export function toRefusal(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error
  const state = sqlState(error)
  if (state) return databaseRefusal(state)
  const { statusCode } = (error ?? {}) as { statusCode?: number }
  if (error instanceof HttpException || (statusCode && statusCode < 500)) {
    const status = error instanceof HttpException ? error.getStatus() : statusCode
    if (status === 413) return refusal('request.too-large')
    if (status === 415) return refusal('request.unsupported-type', { allowed: 'application/json' })
    if (status === 404) return refusal('request.not-found')
    if (status && status < 500) return refusal('request.malformed')
  }
  if (isConnectionLoss(error)) return refusal('service.busy')
  return null
}

/** Lock and statement timeouts, shutdown, too many connections, disk full: come back later. */
function databaseRefusal(state: string): DomainError | null {
  if (
    ['55P03', '57014', '40001', '40P01', '53100', '53200', '53300', '25006'].includes(state) ||
    /^(57P|08)/.test(state)
  )
    return refusal('service.busy')
  // NUL or a lone surrogate in text, a number out of range: the caller's input, whatever let it pass.
  if (['22021', '22P05', '22P02', '22003', '22008'].includes(state))
    return refusal('request.invalid')
  return null
}

function isConnectionLoss(error: unknown): boolean {
  const text =
    error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}` : ''
  return /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|the database system is/.test(
    text,
  )
}
